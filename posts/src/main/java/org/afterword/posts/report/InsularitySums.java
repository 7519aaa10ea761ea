package org.afterword.posts.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.afterword.posts.group.Against;
import org.afterword.posts.tie.Insularity;

/** How far groups keep to themselves, for {@code summary.json}. */
final class InsularitySums {
    private InsularitySums() {}

    static Map<String, Object> of(Insularity insularity) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("madeOf", insularity.made().name().toLowerCase(Locale.ROOT));
        all.put("accounts", insularity.accounts());
        all.put("ties", insularity.ties());
        all.put("tiesElsewhere", insularity.elsewhere());
        all.put("smallerGroups", insularity.smaller());
        insularity
                .whole()
                .ifPresentOrElse(
                        whole -> {
                            all.put("seed", Insularity.SEED);
                            all.put("eiIndex", against(whole.index()));
                            all.put("modularity", against(whole.modularity()));
                        },
                        () -> all.put("note", InsularityPart.tooFew(insularity)));
        all.put(
                "groups",
                insularity.groups().stream().map(InsularitySums::group).toList());
        return all;
    }

    private static Map<String, Object> group(Insularity.OfGroup group) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", group.name());
        all.put("accounts", group.accounts());
        all.put("tiesInside", group.inside());
        all.put("tiesOutside", group.outside());
        group.measures().ifPresent(measures -> {
            all.put("eiIndex", against(measures.index()));
            all.put("controversy", against(measures.controversy()));
        });
        return all;
    }

    static Map<String, Object> against(Against against) {
        Map<String, Object> all = new LinkedHashMap<>(GroupSums.of(against.value()));
        all.put("meanByChance", against.mean());
        all.put("lowByChance", against.low());
        all.put("highByChance", against.high());
        all.put("probability", against.probability());
        all.put("draws", against.draws());
        return all;
    }
}
