package org.afterword.labelled;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.afterword.labelled.LabelledAccount.Kind;
import org.afterword.labelled.LabelledAccount.Label;
import org.afterword.language.Folding;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Span;
import org.afterword.model.Speaker;

/**
 * Where the labels of a file stand in the accounts that were read from it. Readers leave out what a format adds, and take
 * speakers and authors out of the text, so the words of both are set side by side (their longest common subsequence).
 */
final class Placed {
    static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    private Placed() {}

    /**
     * A mention in an account's text, or beside it.
     *
     * @param entity unique over all files; public people and things, places and groups of the same name are the same
     * @param owner the entity whose contact it is
     * @param span in the account's text; empty if it stands beside the text only
     * @param beside the metadata that has the words, if it stands there only
     */
    record Mention(
            Id account, Kind kind, String entity, Optional<String> owner, String words, Span span, String beside) {
        boolean inText() {
            return span.length() > 0;
        }
    }

    private record Word(int account, Span span, String text) {}

    /** Labels of words that no reader gives anywhere (mail headers that are not kept) are left out. */
    static List<Mention> of(LabelledAccount file, List<Account> accounts) {
        List<Word> raw = words(-1, file.text());
        var read = new ArrayList<Word>();
        for (int i = 0; i < accounts.size(); i++) {
            read.addAll(words(i, accounts.get(i).text()));
        }
        Word[] partners = partners(raw, read);
        Map<String, String> entities = entities(file);
        var mentions = new ArrayList<Mention>();
        for (Label label : file.labels()) {
            String words = label.words();
            var found = new ArrayList<Word>();
            for (int i = 0; i < raw.size(); i++) {
                Span word = raw.get(i).span();
                if (label.span().overlaps(word) && partners[i] != null) {
                    int shift = partners[i].span().start() - word.start();
                    int start = Math.max(word.start(), label.span().start()) + shift;
                    int end = Math.min(word.end(), label.span().end()) + shift;
                    found.add(new Word(partners[i].account(), new Span(start, end), words));
                }
            }
            String entity = entities.get(label.entity());
            Optional<String> owner = label.owner().map(entities::get);
            if (found.isEmpty()) {
                beside(words, accounts)
                        .ifPresent(place -> mentions.add(new Mention(
                                place.account(),
                                label.kind(),
                                entity,
                                owner,
                                words,
                                new Span(0, 0),
                                place.metadata())));
                continue;
            }
            int account = found.getFirst().account();
            List<Word> here =
                    found.stream().filter(word -> word.account() == account).toList();
            var span = new Span(
                    here.getFirst().span().start(), here.getLast().span().end());
            mentions.add(new Mention(accounts.get(account).id(), label.kind(), entity, owner, words, span, ""));
        }
        return List.copyOf(mentions);
    }

    private static List<Word> words(int account, String text) {
        return WORD.matcher(text)
                .results()
                .map((MatchResult match) -> new Word(account, new Span(match.start(), match.end()), match.group()))
                .toList();
    }

    /** For each of the first its partner among the second, or null. */
    private static Word[] partners(List<Word> first, List<Word> second) {
        int n = first.size();
        int m = second.size();
        var best = new int[n + 1][m + 1];
        for (int i = n - 1; i >= 0; i--) {
            for (int j = m - 1; j >= 0; j--) {
                best[i][j] = first.get(i).text().equals(second.get(j).text())
                        ? best[i + 1][j + 1] + 1
                        : Math.max(best[i + 1][j], best[i][j + 1]);
            }
        }
        var partners = new Word[n];
        int i = 0;
        int j = 0;
        while (i < n && j < m) {
            if (first.get(i).text().equals(second.get(j).text())) {
                partners[i++] = second.get(j++);
            } else if (best[i + 1][j] >= best[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return partners;
    }

    private record Place(Id account, String metadata) {}

    private static Optional<Place> beside(String words, List<Account> accounts) {
        String folded = Folding.fold(words);
        return accounts.stream()
                .flatMap(account -> metadata(account).map(line -> new Place(account.id(), line)))
                .filter(place -> Folding.fold(place.metadata()).contains(folded))
                .findFirst();
    }

    static Stream<String> metadata(Account account) {
        return Stream.of(
                        account.author().stream(),
                        account.poster().stream(),
                        account.channel().stream(),
                        account.speakers().stream().map(Speaker::name),
                        Stream.of(account.title()))
                .flatMap(lines -> lines)
                .filter(line -> !line.isEmpty());
    }

    private static Map<String, String> entities(LabelledAccount file) {
        var longest = new HashMap<String, String>();
        for (Label label : file.labels()) {
            longest.merge(label.entity(), label.words(), (one, other) -> one.length() >= other.length() ? one : other);
        }
        var entities = new HashMap<String, String>();
        for (Label label : file.labels()) {
            boolean own = label.kind() == Kind.PERSON;
            entities.put(
                    label.entity(),
                    own
                            ? file.source() + " " + label.entity()
                            : label.kind() + " " + Folding.fold(longest.get(label.entity())));
        }
        return entities;
    }
}
