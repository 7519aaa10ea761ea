package org.afterword.capture;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.afterword.model.Sha256;

/** A site with a certificate that it made itself. */
record SecureSite(Site site, Sha256 certificate) implements AutoCloseable {
    static SecureSite open() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("afterword-test");
        Path store = folder.resolve("store.p12");
        try {
            Process made = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "site",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=letters.example",
                            "-ext",
                            "san=dns:letters.example",
                            "-storepass",
                            "changeit",
                            "-keystore",
                            store.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!made.waitFor(60, TimeUnit.SECONDS) || made.exitValue() != 0) {
                throw new AssertionError("keytool failed");
            }
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, "changeit".toCharArray());
            }
            var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keys, "changeit".toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return new SecureSite(
                    new Site(context.getServerSocketFactory()
                            .createServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"))),
                    Sha256.of(keys.getCertificate("site").getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        } finally {
            Files.deleteIfExists(store);
            Files.delete(folder);
        }
    }

    @Override
    public void close() throws IOException {
        site.close();
    }
}
