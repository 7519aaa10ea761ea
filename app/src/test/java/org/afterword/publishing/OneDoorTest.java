package org.afterword.publishing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.afterword.model.Account;
import org.afterword.model.Mention;
import org.afterword.model.Passage;
import org.junit.jupiter.api.Test;

/** Nothing from a case reaches a page but as redacted text. */
class OneDoorTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.afterword.publishing", "org.afterword.page", "org.afterword.protection");

    /**
     * But for what a named recipient gets as it is: by {@code --unprotected} (an export, a dossier), or encrypted by
     * {@code disclose}.
     */
    @Test
    void publishingNeverReadsAnAccountsText() {
        noClasses()
                .that()
                .resideInAPackage("org.afterword.publishing")
                .and()
                .doNotHaveSimpleName("Handing")
                .and()
                .doNotHaveSimpleName("Disclosure")
                .and()
                .doNotHaveSimpleName("AsTold")
                .should()
                .callMethod(Account.class, "text")
                .orShould()
                .callMethod(Passage.class, "quote")
                .check(CLASSES);
    }

    @Test
    void templatesGetNoStringsFromACase() {
        fields().that()
                .areDeclaredInClassesThat()
                .haveNameMatching("org\\.afterword\\.publishing\\.(Shown\\$.*|Site|Report|Report\\$.*|Address)")
                .and()
                .areNotStatic()
                .should()
                .notHaveRawType(String.class)
                .check(CLASSES);
    }

    @Test
    void templatesSeeNothingOfACase() {
        noClasses()
                .that()
                .resideInAPackage("org.afterword.page..")
                .should()
                .dependOnClassesThat(type(Account.class)
                        .or(type(Passage.class))
                        .or(type(Mention.class))
                        .or(resideInAPackage("org.afterword.casefile"))
                        .or(resideInAPackage("org.afterword.findings"))
                        .or(resideInAPackage("org.afterword.people")))
                .check(CLASSES);
    }

    @Test
    void viewsAreRecords() {
        classes()
                .that()
                .haveNameMatching("org\\.afterword\\.publishing\\.Shown\\$.*")
                .should()
                .beRecords()
                .check(CLASSES);
    }
}
