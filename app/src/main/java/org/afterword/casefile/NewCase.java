package org.afterword.casefile;

/**
 * A case that has just been made.
 *
 * @param recoveryCode opens it without the passphrase; to be printed, and kept by nobody but the person
 */
public record NewCase(CaseFile file, String recoveryCode) {
    @Override
    public String toString() {
        return "a new case";
    }
}
