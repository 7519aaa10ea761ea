package org.afterword.people;

import java.util.List;
import java.util.Optional;
import org.afterword.model.Decision;
import org.afterword.model.PersonRole;
import org.afterword.model.Verdict;

/**
 * Who people say somebody is, beside what they decided about the name.
 *
 * @param role the last that was said of any member
 * @param age what was said of being a minor; of several members one minor is enough
 * @param agreement whether somebody agreed to be named: the last that was said of any member
 */
public record Facts(Optional<Decision> role, Optional<Decision> age, Optional<Decision> agreement) {
    public static final Facts NONE = new Facts(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * @param decisions that hold, about one person, in the order in which they were made; of any aspect
     */
    static Facts of(List<Decision> decisions) {
        Facts facts = NONE;
        for (Decision decision : decisions) {
            boolean lifts = decision.verdict().equals(new Verdict.Is(PersonRole.ADULT));
            facts = lifts && facts.minor() ? facts : facts.and(decision);
        }
        return facts;
    }

    /** With one more decision, which holds from now on whoever of the members it was about. */
    public Facts and(Decision decision) {
        return switch (decision.verdict()) {
            case Verdict.Is(PersonRole said) when said.age() -> new Facts(role, Optional.of(decision), agreement);
            case Verdict.Is _ -> new Facts(Optional.of(decision), age, agreement);
            case Verdict.Agrees _, Verdict.Withdraws _ -> new Facts(role, age, Optional.of(decision));
            default -> this;
        };
    }

    /** The role in force. */
    public Optional<PersonRole> is() {
        return role.map(Decision::verdict)
                .flatMap(verdict ->
                        verdict instanceof Verdict.Is(PersonRole said) ? Optional.of(said) : Optional.empty());
    }

    public boolean minor() {
        return age.filter(one -> one.verdict().equals(new Verdict.Is(PersonRole.MINOR)))
                .isPresent();
    }

    /** Whether consent to be named is on record, with when and to whom. A minor cannot give it. */
    public boolean agreed() {
        return !minor()
                && agreement
                        .filter(one -> one.verdict() instanceof Verdict.Agrees
                                && !one.reason().isBlank())
                        .isPresent();
    }

    /** Whether it was said that this names a place, a group or a thing, and nothing says that it is a minor. */
    public boolean noPerson() {
        return !minor() && is().equals(Optional.of(PersonRole.NO_PERSON));
    }

    /** Whether anybody said that this is a person. */
    public boolean person() {
        return !noPerson() && (role.isPresent() || age.isPresent() || agreement.isPresent());
    }
}
