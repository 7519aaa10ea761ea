package org.afterword.workbench;

import java.io.IOException;
import java.nio.file.Path;
import org.afterword.Case;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The small case on a workbench of its own for every test, and a browser that was let in. */
abstract class AtTheWorkbench {
    @TempDir
    Path folder;

    Case opened;
    Workbench workbench;
    Browser browser;

    @BeforeEach
    final void open() throws IOException, InterruptedException {
        opened = SmallCase.open(folder);
        serve();
    }

    private void serve() throws IOException, InterruptedException {
        workbench = Workbench.start(opened, 0);
        browser = Browser.in(workbench);
    }

    /** The same case on another one's desk. */
    final void as(String coder) throws IOException, InterruptedException {
        close();
        opened = Case.open(folder.resolve("small.afterword"), SmallCase.passphrase(), coder);
        serve();
    }

    @AfterEach
    final void close() throws IOException {
        workbench.close();
        opened.close();
    }
}
