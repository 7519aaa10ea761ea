package org.afterword.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.afterword.casefile.Names;
import org.afterword.language.Folding;
import org.afterword.language.Token;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.Mention;
import org.afterword.model.Span;
import org.afterword.reading.Found;
import org.afterword.reading.Readers;
import org.afterword.reading.Source;

/**
 * How many of the names that were planted in an invented case are found, wherever they stand and in every form, and how
 * many of the names that a person would have to decide are none of them. Addresses, numbers and links count as planted
 * names do, but not as false ones. Forms that are typed small and are ordinary words ("may") are left out, as it is not
 * known in which places they are the name.
 */
record PlantedFigures(
        int words,
        int planted,
        int whole,
        int places,
        int touched,
        int toDecide,
        List<String> none,
        Set<String> missed) {

    /** @param folder with {@code truth.json} and the folders of accounts that it names */
    static PlantedFigures of(Path folder) throws IOException {
        JsonNode truth = new ObjectMapper().readTree(Files.readString(folder.resolve("truth.json")));
        var byFile = new LinkedHashMap<String, List<Account>>();
        var accounts = new ArrayList<Account>();
        for (JsonNode file : truth.get("files")) {
            String name = file.get("file").asText();
            var source = new Source(name, Id.random(), Optional.empty(), Files.readAllBytes(folder.resolve(name)));
            List<Account> read = Found.of(into -> Readers.read(source, into)).accounts();
            byFile.put(name, read);
            accounts.addAll(read);
        }
        Names names = Clusters.assign(accounts, new Case());
        var mentions = new HashMap<Id, List<Mention>>();
        for (Mention mention : names.mentions()) {
            mentions.computeIfAbsent(mention.account(), a -> new ArrayList<>()).add(mention);
        }
        var right = new HashSet<Id>();
        var missed = new TreeSet<String>();
        int whole = 0;
        int places = 0;
        int touched = 0;
        for (JsonNode identity : truth.get("identities")) {
            boolean all = true;
            for (JsonNode form : identity.get("forms")) {
                String written = form.get("form").asText();
                if (OrdinaryWords.contain(written)) {
                    continue;
                }
                for (JsonNode file : form.get("files")) {
                    for (Account account : byFile.getOrDefault(file.asText(), List.of())) {
                        for (Span place : places(account.text(), written)) {
                            List<Mention> here = mentions.getOrDefault(account.id(), List.of()).stream()
                                    .filter(mention -> mention.span().overlaps(place))
                                    .toList();
                            here.forEach(mention -> right.add(mention.identity()));
                            places++;
                            touched += here.isEmpty() ? 0 : 1;
                            if (here.isEmpty()) {
                                all = false;
                                missed.add(written);
                            }
                        }
                        mentions.getOrDefault(account.id(), List.of()).stream()
                                .filter(mention -> mention.span().length() == 0 && shares(mention.text(), written))
                                .forEach(mention -> right.add(mention.identity()));
                    }
                }
            }
            whole += all ? 1 : 0;
        }
        List<Identity> toDecide = names.identities().stream()
                .filter(identity -> !identity.kind().contact())
                .toList();
        int words = 0;
        for (Account account : accounts) {
            words += (int) Token.of(account.text()).stream().filter(Token::word).count();
        }
        List<String> none = toDecide.stream()
                .filter(identity -> !right.contains(identity.id()))
                .map(identity -> identity.name() + " (" + identity.kind() + ", " + identity.by() + ")")
                .toList();
        return new PlantedFigures(
                words, truth.get("identities").size(), whole, places, touched, toDecide.size(), none, missed);
    }

    private static boolean shares(String found, String planted) {
        return Folding.fold(planted).equals(Folding.fold(found))
                || Forms.words(planted).containsAll(Forms.words(found));
    }

    private static List<Span> places(String text, String form) {
        var places = new ArrayList<Span>();
        for (int at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
            int end = at + form.length();
            if ((at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                places.add(new Span(at, end));
            }
        }
        return places;
    }
}
