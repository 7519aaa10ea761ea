package org.afterword.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.afterword.Picturing;
import org.afterword.model.Box;
import org.afterword.protection.RedactedPicture;

/** A picture and what is covered in it, in words and as data. */
final class CoveredPart {
    private CoveredPart() {}

    /** As far as it can be said without looking at the picture. */
    static String state(Picturing.OfCase picture) {
        if (!picture.decided().shown()) {
            return "withheld";
        }
        if (picture.against().isPresent()) {
            return "withheld, though it was decided to show it";
        }
        return picture.decided().approved().isPresent() ? "shown, if it is still as approved" : "not approved yet";
    }

    static String state(Picturing.OfCase picture, RedactedPicture covered) {
        if (!picture.decided().shown() || picture.against().isPresent()) {
            return state(picture);
        }
        return picture.decided().approved().equals(Optional.of(covered.seen()))
                ? "shown"
                : picture.decided().approved().isPresent()
                        ? "changed since it was approved; not shown"
                        : "not approved yet; not shown";
    }

    static String covered(RedactedPicture covered) {
        return covered.said().isEmpty() ? "nothing" : String.join(", ", covered.said());
    }

    static Row row(Picturing.OfCase picture) {
        return Row.of("id", picture.exhibit().id())
                .and("file", picture.exhibit().name())
                .and("account", picture.account().id())
                .and(
                        "boxes",
                        picture.decided().boxes().stream().map(Box::toString).toList())
                .and("reason", picture.decided().reason())
                .and("description", picture.decided().description())
                .and("against", picture.against());
    }

    static Row row(Row row, Picturing.OfCase picture, RedactedPicture covered) {
        List<Row> parts = covered.parts().stream()
                .map(part -> Row.of("box", part.box().toString())
                        .and("why", part.why().name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .toList();
        return row.and("seen", covered.seen().hex())
                .and("approved", picture.decided().approved().equals(Optional.of(covered.seen())))
                .and("came", covered.came().width() + "x" + covered.came().height())
                .and("width", covered.width())
                .and("height", covered.height())
                .and("words", covered.words().text())
                .and("covered", parts);
    }
}
