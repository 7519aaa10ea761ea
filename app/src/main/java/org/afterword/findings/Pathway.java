package org.afterword.findings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.afterword.coding.Code;
import org.afterword.coding.Codebook;
import org.afterword.coding.Step;
import org.afterword.model.Group;

/**
 * A group told as the way of a person through it.
 *
 * @param stages all seven, in their order, also those of which nobody speaks
 * @param besides findings that belong to no step: what people valued, say
 */
public record Pathway(Group group, List<Stage> stages, List<Finding> besides) {
    public Pathway {
        stages = List.copyOf(stages);
        besides = List.copyOf(besides);
    }

    /**
     * One step of the way.
     *
     * @param question what a reader would ask
     * @param findings those of which somebody speaks, in the codebook's order
     * @param nothing what to say if there are none
     * @param next what those who tell of it tell of as well
     */
    public record Stage(
            Step step, String question, List<Finding> findings, Optional<String> nothing, Optional<Arrow> next) {
        public Stage {
            findings = List.copyOf(findings);
        }
    }

    /**
     * @param findings of any groups; the others' are left out
     * @param arrows of any groups
     */
    public static Pathway of(Group group, List<Finding> findings, List<Arrow> arrows, Codebook codebook) {
        List<Finding> own = findings.stream()
                .filter(finding -> finding.group().id().equals(group.id()))
                .toList();
        var stages = Arrays.stream(Step.values())
                .map(step -> stage(
                        step,
                        own,
                        arrows.stream()
                                .filter(arrow -> arrow.group().id().equals(group.id()) && arrow.from() == step)
                                .findFirst(),
                        codebook))
                .toList();
        return new Pathway(group, stages, spoken(own, codebook, Optional.empty()));
    }

    private static Stage stage(Step step, List<Finding> own, Optional<Arrow> next, Codebook codebook) {
        List<Finding> spoken = spoken(own, codebook, Optional.of(step));
        boolean read = own.stream().anyMatch(finding -> finding.read() > 0);
        Optional<String> nothing = Optional.of(read ? "Nobody speaks of this." : Sentence.NOTHING_READ)
                .filter(_ -> spoken.isEmpty());
        return new Stage(step, question(step), spoken, nothing, next);
    }

    private static List<Finding> spoken(List<Finding> own, Codebook codebook, Optional<Step> step) {
        return own.stream()
                .filter(Pathway::spoken)
                .filter(finding ->
                        codebook.code(finding.code()).flatMap(Code::step).equals(step))
                .toList();
    }

    private static boolean spoken(Finding finding) {
        return finding.report().high() + finding.deny().high() + finding.mixed().high() > 0;
    }

    /** What a reader would ask of this step of the way. */
    public static String question(Step step) {
        return switch (step) {
            case CONTACT -> "How do people come into touch with it?";
            case FIRST_MEETINGS -> "What are the first meetings like?";
            case ASKS -> "What does it ask of people?";
            case COMMITMENT -> "What does it take to belong?";
            case DISAGREEMENT -> "What happens when somebody disagrees?";
            case LEAVING -> "What happens when somebody leaves?";
            case AFTERMATH -> "What stays with people afterwards?";
        };
    }
}
