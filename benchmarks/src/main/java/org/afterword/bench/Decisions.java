package org.afterword.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Deciding at the workbench: what a key costs, and what the pages take after it. */
final class Decisions {
    private static final int KEYS = 30;
    private static final int FEW = 5;
    private static final Pattern SEEN =
            Pattern.compile("action=\"/undo\">.*?name=\"seen\" value=\"([^\"]+)\"", Pattern.DOTALL);

    private final Visitor visitor;
    private final Map<String, List<String>> there;
    private final List<Figure> figures;
    private final DoubleSupplier processors;
    private int next;

    /** @param processors the time that the program had of them so far, in seconds */
    Decisions(Visitor visitor, Map<String, List<String>> there, List<Figure> figures, DoubleSupplier processors) {
        this.processors = processors;
        this.visitor = visitor;
        this.there = there;
        this.figures = figures;
    }

    /** @param pages by name, their addresses */
    void measure(Map<String, Supplier<String>> pages) throws IOException {
        figure("accept a suggestion, and the account's page after it", KEYS, () -> {
            String[] one = coding();
            String account = "/account/" + one[0];
            return () -> {
                decide(one[1], "accept", account);
                visitor.get(account);
            };
        });
        figure("undo, and the page of the case after it", FEW, () -> {
            Matcher seen = SEEN.matcher(visitor.get("/work"));
            if (!seen.find()) {
                throw new IOException("there is nothing to take back");
            }
            return () -> {
                visitor.post("/undo", Map.of("seen", seen.group(1), "back", "/"));
                visitor.get("/");
            };
        });
        figure("an account is read", FEW, () -> {
            String account = there.get("unread").get(next++);
            return () -> {
                decide(account, "read", "/");
                visitor.get("/");
            };
        });
        if (pages.containsKey("findings")) {
            // here, so that the findings after a decision on a coding are that and no more
            figure("findings, after an account is read", FEW, () -> {
                decide(there.get("unread").get(next++), "read", "/");
                return () -> visitor.get("/findings");
            });
        }
        figure("a date is accepted", FEW, () -> {
            String[] fact = there.get("fact").get(next++).split(" ", -1);
            return () -> {
                decide(fact[1], "accept", "/timeline");
                visitor.get("/timeline");
            };
        });
        figure("a name is left out", FEW, () -> {
            String name = undecided();
            return () -> {
                decide(name, "redact", "/people");
                visitor.get("/people");
            };
        });
        for (Map.Entry<String, Supplier<String>> page : pages.entrySet()) {
            figure(page.getKey() + ", after a decision on a coding", FEW, () -> {
                String[] one = coding();
                decide(one[1], "accept", "/");
                String address = page.getValue().get();
                return () -> Serving.ask(visitor, address);
            });
        }
    }

    private interface Preparing {
        Timing.Work next() throws IOException;
    }

    private void figure(String what, int runs, Preparing preparing) throws IOException {
        var seconds = new ArrayList<Double>();
        double spent = 0;
        for (int i = 0; i < runs && (i == 0 || seconds.getLast() < 2); i++) {
            Timing.Work work = preparing.next();
            double before = processors.getAsDouble();
            seconds.add(Timing.once(work));
            spent += processors.getAsDouble() - before;
        }
        double[] all = seconds.stream().mapToDouble(one -> one).toArray();
        figures.add(Figure.alone(
                "workbench",
                Serving.WHAT + what,
                all.length,
                Timing.median(all),
                "the slowest " + Figure.time(Serving.of100(100, all)) + "; one client; processors' time "
                        + Figure.time(spent / all.length)));
        System.err.print(figures.getLast().line());
    }

    private String[] coding() {
        return there.get("coding").get(next++).split(" ");
    }

    private String undecided() throws IOException {
        Matcher person = Pattern.compile("id=\"p-([0-9a-z]+)\"").matcher(visitor.get("/people?show=undecided"));
        if (!person.find()) {
            throw new IOException("every name is decided");
        }
        return person.group(1);
    }

    private void decide(String target, String decision, String back) throws IOException {
        visitor.post("/decide", Map.of("target", target, "decision", decision, "seen", "", "back", back));
    }
}
