package org.afterword.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.afterword.Case;
import org.afterword.custody.Existed;
import org.afterword.custody.Roots;
import org.afterword.custody.Stamping;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "stamp",
        description = "Asks time-stamp authorities (RFC 3161) to witness that the case exists now, as it is.",
        footer = {
            "",
            "Each authority learns a hash, the address that asks, and when; nothing of what the case says. None is asked"
                    + " unless you name it. Name two or more: a proof by one alone falls if that one is distrusted or"
                    + " its key is stolen. With --proxy, they see the proxy's address, not this machine's.",
            "",
            "Examples:",
            "  afterword stamp case.afterword --tsa https://one.example/tsr --tsa https://two.example/tsr",
            "  afterword stamp case.afterword --tsa https://one.example/tsr --roots one.pem"
                    + " --proxy socks5://127.0.0.1:9050"
        })
final class StampCommand extends CaseCommand {
    @Option(names = "--tsa", paramLabel = "URL", description = "An authority to ask; give it again for another.")
    private List<String> authorities = new ArrayList<>();

    @Option(
            names = "--roots",
            paramLabel = "FILE",
            description = "Root certificates (PEM) of the authorities. Each must lead to one; they are kept with the"
                    + " stamps, for those who verify later.")
    private @Nullable Path roots;

    @Option(
            names = "--proxy",
            paramLabel = "socks5://HOST:PORT",
            description = "Ask through this proxy, for example that of Tor; it also looks up the names."
                    + " Without it they are asked directly.")
    private @Nullable String proxy;

    @Override
    public Integer call() throws IOException {
        if (authorities.isEmpty()) {
            throw new UsageException("name the authority to ask, with --tsa URL, better two of them. None is asked"
                    + " unless you name it: it learns a hash, the address that asks, and when");
        }
        addresses();
        through();
        return super.call();
    }

    private List<URI> addresses() {
        return authorities.stream().distinct().map(StampCommand::address).toList();
    }

    private static URI address(String text) {
        try {
            var address = new URI(text);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (List.of("http", "https").contains(scheme)
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && address.getFragment() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // The sentence below says it.
        }
        throw new UsageException("'" + text + "' is no address to ask at; it begins with https:// or http://");
    }

    private Proxy through() {
        if (proxy == null) {
            return Proxy.NO_PROXY;
        }
        try {
            var address = new URI(proxy);
            if (List.of("socks5", "socks5h").contains(String.valueOf(address.getScheme()))
                    && address.getHost() != null
                    && address.getPort() > 0
                    && address.getPort() < 65536) {
                return new Proxy(Proxy.Type.SOCKS, new InetSocketAddress(address.getHost(), address.getPort()));
            }
        } catch (URISyntaxException e) {
            // The sentence below says it.
        }
        throw new UsageException("'" + proxy + "' is no proxy; it is written as socks5://127.0.0.1:9050");
    }

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        Roots trusted = roots == null ? Roots.NONE : Roots.read(roots);
        List<URI> asked = addresses();
        Stamping.Result result = opened.stamping(through(), trusted).stamp(asked);
        for (Stamping.Stamped stamped : result.stamped()) {
            Existed existed = stamped.existed();
            terminal.say("Stamped by " + existed.authority() + " (" + stamped.address() + "): the first "
                    + Words.count(result.size(), "log entry") + " existed before " + existed.before() + ".");
            stamped.warnings().forEach(warning -> terminal.say("  " + warning + "."));
        }
        for (Stamping.Failed failed : result.failed()) {
            terminal.say("Not stamped by " + failed.address() + ": " + failed.reason() + ".");
        }
        if (asked.size() == 1) {
            terminal.say(
                    "Only one authority was asked; a second one makes the proof stand if the first is distrusted.");
        }
        terminal.data(Row.of("entries", result.size())
                .and("stamped", result.stamped().stream().map(StampCommand::row).toList())
                .and("failed", result.failed()));
        return result.failed().isEmpty() ? Exit.DONE : Exit.FAILED;
    }

    private static Row row(Stamping.Stamped stamped) {
        Existed existed = stamped.existed();
        return Row.of("address", stamped.address())
                .and("authority", existed.authority())
                .and("time", existed.time())
                .and("before", existed.before())
                .and("policy", existed.policy())
                .and("serial", existed.serial())
                .and("root", existed.root().name().toLowerCase(Locale.ROOT))
                .and("warnings", stamped.warnings());
    }
}
