package org.afterword.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.findings.GroupHistory;
import org.afterword.model.Era;
import org.afterword.model.Kinship;
import picocli.CommandLine.Command;

@Command(
        name = "groups",
        description = "Lists the groups of the case: their names, what they came from, how large they are said to be.",
        footer = {
            "",
            "A finding is about a group under all its names. What people know of it is decided about its id:",
            "  also=NAME, predecessor=NAME, successor=NAME, split-from=NAME, section-of=NAME, sister=NAME,",
            "  claimed=COUNT and observed=COUNT (300, or 40..60), each with a time in brackets behind it: (2011),",
            "  (2009..2014), (2009-05..).",
            "Groups with one name are taken for one, until 'decide ID distinct-from=OTHER' says that they are two.",
            "",
            "Examples:",
            "  afterword groups case.afterword",
            "  afterword decide case.afterword 3f7q \"also=The Candle Circle (2009..2014)\"",
            "  afterword decide case.afterword 3f7q \"split-from=The Old Lantern (2009)\"",
            "  afterword decide case.afterword 3f7q \"claimed=300 (2019)\" --reason \"on its website\""
        })
final class GroupsCommand extends CaseCommand {
    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        List<GroupHistory> groups = opened.corroborating().groups();
        if (groups.isEmpty()) {
            terminal.say("There is no group yet: afterword add CASE FILE --group NAME");
        }
        for (GroupHistory one : groups) {
            terminal.say(one.group().id() + "  " + one.group().name()
                    + (one.group().baseline() ? " (an ordinary group)" : ""));
            one.same().stream().skip(1).forEach(id -> terminal.say("  also in the case as " + id));
            one.names().forEach(name -> terminal.say("  also called " + name.text() + when(name.era())));
            one.related()
                    .forEach(other ->
                            terminal.say("  " + words(other.kinship()) + " " + other.name() + when(other.era())));
            one.sizes()
                    .forEach(size -> terminal.say("  " + (size.claimed() ? "says that it has " : "was seen to have ")
                            + size.people() + " people" + when(size.era())));
            one.sameLetters()
                    .forEach(other -> terminal.say("  has the same name as " + other.id() + ", another group"));
            terminal.data(Row.of("id", one.group().id())
                    .and("name", one.group().name())
                    .and("baseline", one.group().baseline())
                    .and("ids", one.same())
                    .and(
                            "names",
                            one.names().stream()
                                    .map(name -> Row.of("name", name.text())
                                            .and("when", name.era().map(Era::toString)))
                                    .toList())
                    .and(
                            "related",
                            one.related().stream()
                                    .map(other -> Row.of(
                                                    "kinship", other.kinship().toString())
                                            .and("name", other.name())
                                            .and("when", other.era().map(Era::toString)))
                                    .toList())
                    .and(
                            "sizes",
                            one.sizes().stream()
                                    .map(size -> Row.of("claimed", size.claimed())
                                            .and("least", size.least())
                                            .and("most", size.most())
                                            .and("when", size.era().map(Era::toString)))
                                    .toList())
                    .and(
                            "sameLetters",
                            one.sameLetters().stream().map(other -> other.id()).toList()));
        }
        return Exit.DONE;
    }

    private static String when(Optional<Era> era) {
        return era.map(one -> " (" + one + ")").orElse("");
    }

    private static String words(Kinship kinship) {
        return switch (kinship) {
            case PREDECESSOR -> "came after";
            case SUCCESSOR -> "went on as";
            case SPLIT_FROM -> "split from";
            case SECTION_OF -> "is a section of";
            case SISTER -> "has beside it";
        };
    }
}
