package org.afterword.model;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a person changes in a suggested coding; what is empty stays. Text form: {@code
 * code:practice/x,access:saw,actor:peers}.
 *
 * @param version of the codebook of the code; the program adds it, so that the log says what the code meant
 * @param span where the passage really is, in UTF-16 code units; written {@code span:12-80}
 */
public record CodingChange(
        Optional<String> code,
        Optional<Polarity> polarity,
        Optional<Access> access,
        Optional<Claim> claim,
        Optional<String> group,
        Optional<String> version,
        Optional<Span> span,
        Optional<Circumstances> circumstances) {

    private static final String FIELDS = "code, polarity, access, claim, group, span, actor, target, unit, period";
    private static final CodingChange NOTHING = new CodingChange(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /**
     * @throws IllegalArgumentException if a field is unknown or its value cannot be
     */
    public static CodingChange parse(String text) {
        CodingChange change = NOTHING;
        for (String part : text.split(",", -1)) {
            int colon = part.indexOf(':');
            if (colon <= 0 || colon == part.length() - 1) {
                throw new IllegalArgumentException("'" + part + "' is not FIELD:VALUE; fields are " + FIELDS);
            }
            change = change.with(
                    part.substring(0, colon).strip(), part.substring(colon + 1).strip());
        }
        return change;
    }

    private CodingChange with(String field, String value) {
        if (Circumstances.hasField(field)) {
            return in(circumstances.orElse(Circumstances.UNKNOWN).with(field, value));
        }
        return switch (field) {
            case "code" ->
                new CodingChange(Optional.of(value), polarity, access, claim, group, version, span, circumstances);
            case "polarity" -> {
                var said = Optional.of(Polarity.parse(value));
                yield new CodingChange(code, said, access, claim, group, version, span, circumstances);
            }
            case "access" -> {
                var known = Optional.of(Access.parse(value));
                yield new CodingChange(code, polarity, known, claim, group, version, span, circumstances);
            }
            case "claim" -> {
                var kind = Optional.of(Claim.parse(value));
                yield new CodingChange(code, polarity, access, kind, group, version, span, circumstances);
            }
            case "group" ->
                new CodingChange(code, polarity, access, claim, Optional.of(value), version, span, circumstances);
            case "version" -> with(value);
            case "span" ->
                new CodingChange(
                        code, polarity, access, claim, group, version, Optional.of(span(value)), circumstances);
            default -> throw new IllegalArgumentException("'" + field + "' cannot be changed; fields are " + FIELDS);
        };
    }

    private static Span span(String value) {
        int dash = value.indexOf('-');
        try {
            return new Span(
                    Integer.parseInt(value.substring(0, Math.max(0, dash))),
                    Integer.parseInt(value.substring(dash + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + value + "' is not START-END", e);
        }
    }

    public CodingChange with(String version) {
        return new CodingChange(code, polarity, access, claim, group, Optional.of(version), span, circumstances);
    }

    private CodingChange in(Circumstances others) {
        return new CodingChange(code, polarity, access, claim, group, version, span, Optional.of(others));
    }

    /** With every name in it changed: of a group, of a part of it. */
    public CodingChange named(UnaryOperator<String> change) {
        return new CodingChange(
                code,
                polarity,
                access,
                claim,
                group.map(change),
                version,
                span,
                circumstances.map(some -> some.named(change)));
    }

    public Proposal.Coding applyTo(Proposal.Coding coding) {
        return new Proposal.Coding(
                code.orElse(coding.code()),
                polarity.orElse(coding.polarity()),
                access.orElse(coding.access()),
                claim.orElse(coding.claim()),
                group.isPresent() ? group : coding.group(),
                code.isPresent() || version.isPresent() ? version : coding.version(),
                circumstances
                        .map(some -> coding.circumstances()
                                .orElse(Circumstances.UNKNOWN)
                                .or(some))
                        .or(coding::circumstances));
    }

    public String text() {
        var parts = new StringBuilder();
        code.ifPresent(v -> parts.append(",code:").append(v));
        polarity.ifPresent(v -> parts.append(",polarity:").append(v));
        access.ifPresent(v -> parts.append(",access:").append(v));
        claim.ifPresent(v -> parts.append(",claim:").append(v));
        group.ifPresent(v -> parts.append(",group:").append(v));
        version.ifPresent(v -> parts.append(",version:").append(v));
        span.ifPresent(v -> parts.append(",span:").append(v.start()).append('-').append(v.end()));
        circumstances.map(Circumstances::text).ifPresent(parts::append);
        return parts.substring(Math.min(1, parts.length()));
    }
}
