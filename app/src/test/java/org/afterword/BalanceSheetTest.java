package org.afterword;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of many files alike is said once. */
class BalanceSheetTest {
    private static List<String> told(List<BalanceSheet.Remark> remarks) {
        return new BalanceSheet(0, List.of(), 0, 0, List.of(), remarks, List.of(), Optional.empty())
                .told(" (--json names them)");
    }

    @Test
    void aFolderOfPicturesWithoutTesseract() {
        var remarks = new ArrayList<BalanceSheet.Remark>();
        for (int i = 0; i < 40; i++) {
            remarks.add(new BalanceSheet.Remark("scans/" + i + ".png", "", "text in pictures is not read"));
        }
        remarks.add(new BalanceSheet.Remark("chat.txt", "line 4", "cut off"));
        assertEquals(
                List.of("40 files (--json names them): text in pictures is not read", "chat.txt, line 4: cut off"),
                told(remarks));
    }

    /** Three may be named each; several places of one file are as well. */
    @Test
    void aFewAreNamed() {
        assertEquals(
                List.of("a.png: too large", "b.png, page 1: too large", "b.png, page 2: too large", "c.png: too large"),
                told(List.of(
                        new BalanceSheet.Remark("a.png", "", "too large"),
                        new BalanceSheet.Remark("b.png", "page 1", "too large"),
                        new BalanceSheet.Remark("b.png", "page 2", "too large"),
                        new BalanceSheet.Remark("c.png", "", "too large"))));
    }
}
