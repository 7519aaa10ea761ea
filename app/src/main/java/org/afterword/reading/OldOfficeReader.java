package org.afterword.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Account;
import org.afterword.model.Warning;
import org.afterword.model.When;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hpsf.DocumentSummaryInformation;
import org.apache.poi.hpsf.PropertySetFactory;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** DOC, PPT and XLS, as Office wrote them up to 2003, through Apache POI. */
final class OldOfficeReader implements Reader {
    private static final long MARK = 0xD0CF11E0A1B11AE1L;
    private static final String PASSWORD =
            "it is protected by a password, and safe; to have it read, save a copy without the password and add that";

    @Override
    public String name() {
        return "old-office";
    }

    @Override
    public boolean streams() {
        return true;
    }

    private enum Kind {
        DOC,
        PPT,
        XLS,
        /** A newer document under a password. */
        LOCKED;

        private List<String> streams() {
            return switch (this) {
                case DOC -> List.of("WordDocument");
                case PPT -> List.of("PowerPoint Document");
                case XLS -> List.of("Workbook", "Book");
                case LOCKED -> List.of("EncryptedPackage");
            };
        }

        static Optional<Kind> of(DirectoryNode root) {
            for (Kind kind : values()) {
                if (kind.streams().stream().anyMatch(root::hasEntryCaseInsensitive)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    private static boolean marked(Source source) {
        byte[] head = source.head();
        return head.length >= 512 && java.nio.ByteBuffer.wrap(head).getLong() == MARK && !source.isLarge();
    }

    @Override
    public double confidence(Source source) {
        if (!marked(source)) {
            return 0;
        }
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(source.bytes()))) {
            return Kind.of(files.getRoot()).isPresent() ? 0.98 : 0;
        } catch (UncheckedIOException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // broken: what it is can only be guessed
            return source.hasExtension("doc", "ppt", "xls") ? 0.5 : 0;
        }
    }

    private record Made(Optional<Account> account, OldOffice office) {}

    @Override
    public void read(Source source, Findings into) throws IOException {
        Made made;
        try {
            made = made(source);
        } catch (EncryptedDocumentException e) {
            into.warning(new Warning("", PASSWORD));
            return;
        } catch (UncheckedIOException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // what a broken document leads POI to is of every kind
            into.warning(new Warning("", "an old Office document that is broken, or older than those of 1997"));
            return;
        }
        if (made.account().isPresent()) {
            into.account(made.account().get());
        } else {
            into.warning(new Warning("", "no text is in it"));
        }
        for (Warning warning : made.office().warnings()) {
            into.warning(warning);
        }
        for (var part : made.office().parts().entrySet()) {
            into.part(part.getKey(), new ByteArrayInputStream(part.getValue()));
        }
        if (made.office().balance().isPresent()) {
            into.balance(made.office().balance().get());
        }
    }

    private static Made made(Source source) throws IOException {
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(source.bytes()))) {
            DirectoryNode root = files.getRoot();
            Kind kind = Kind.of(root).orElseThrow(() -> new IOException("no document in it"));
            if (kind == Kind.LOCKED) {
                throw new EncryptedDocumentException("a password");
            }
            var office = new OldOffice();
            switch (kind) {
                case DOC -> office.word(root);
                case PPT -> office.deck(root);
                case XLS, LOCKED -> office.sheets(root);
            }
            if (root.hasEntryCaseInsensitive("Macros") || root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR")) {
                office.warn("macros are in it; nothing in it is run");
            }
            Draft draft = new Draft(source, kind.name().toLowerCase(java.util.Locale.ROOT));
            Optional<When> written = facts(root, draft);
            return new Made(Essay.document(draft, office.paper().rendered(), written), office);
        }
    }

    private static void company(DirectoryNode root, Draft draft) throws IOException, org.apache.poi.hpsf.HPSFException {
        if (!root.hasEntryCaseInsensitive(DocumentSummaryInformation.DEFAULT_STREAM_NAME)) {
            return;
        }
        try (InputStream in = root.createDocumentInputStream(DocumentSummaryInformation.DEFAULT_STREAM_NAME)) {
            if (PropertySetFactory.create(in) instanceof DocumentSummaryInformation facts) {
                draft.metadata("company", Optional.ofNullable(facts.getCompany()))
                        .metadata("manager", Optional.ofNullable(facts.getManager()));
            }
        }
    }

    private static Optional<When> facts(DirectoryNode root, Draft draft) {
        if (!root.hasEntryCaseInsensitive(SummaryInformation.DEFAULT_STREAM_NAME)) {
            return Optional.empty();
        }
        try (InputStream in = root.createDocumentInputStream(SummaryInformation.DEFAULT_STREAM_NAME)) {
            if (!(PropertySetFactory.create(in) instanceof SummaryInformation facts)) {
                return Optional.empty();
            }
            Optional.ofNullable(facts.getTitle()).ifPresent(title -> draft.title(Paper.clean(title)));
            draft.author(Optional.ofNullable(facts.getAuthor()).map(Paper::clean));
            draft.metadata("last-modified-by", Optional.ofNullable(facts.getLastAuthor()))
                    .metadata("author", Optional.ofNullable(facts.getAuthor()))
                    .metadata("subject", Optional.ofNullable(facts.getSubject()))
                    .metadata("comments", Optional.ofNullable(facts.getComments()))
                    .metadata("keywords", Optional.ofNullable(facts.getKeywords()))
                    .metadata("template", Optional.ofNullable(facts.getTemplate()));
            company(root, draft);
            return Optional.ofNullable(facts.getCreateDateTime())
                    .map(java.util.Date::toInstant)
                    .map(made -> LocalDateTime.ofInstant(made, ZoneOffset.UTC))
                    .filter(made -> made.getYear() > 1980)
                    .map(made -> When.exactly(made.toString(), made, Optional.of("Z")));
        } catch (UncheckedIOException e) {
            throw e;
        } catch (IOException | org.apache.poi.hpsf.HPSFException | RuntimeException e) {
            // they are of use, and not needed
            return Optional.empty();
        }
    }
}
