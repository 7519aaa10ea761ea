package org.afterword.reading;

import com.pff.PSTException;
import com.pff.PSTFile;
import com.pff.PSTFileContent;
import com.pff.PSTFolder;
import com.pff.PSTMessage;
import com.pff.PSTObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.afterword.model.Balance;
import org.afterword.model.Warning;

/** Outlook's mailbox (.pst, .ost). What its folders say that they hold is compared with what is found in them. */
final class PstReader implements Reader {
    private static final int DEEPEST = 50;
    /** Its index and its messages lie about in all of it. */
    private static final int KEPT = 128;

    /** Its messages lie in other folders too. */
    private static final int SEARCH_FOLDER = 3;

    @Override
    public String name() {
        return "pst";
    }

    @Override
    public boolean streams() {
        return true;
    }

    @Override
    public double confidence(Source source) {
        byte[] head = source.head();
        String start = new String(head, 0, Math.min(head.length, 4), StandardCharsets.ISO_8859_1);
        return start.equals("!BDN") ? 0.95 : 0;
    }

    // the library answers broken files with many kinds of exceptions
    @Override
    public void read(Source source, Findings into) throws IOException {
        PSTFolder root;
        try {
            root = new PSTFile(new Content(new SourceChannel(source, KEPT))).getRootFolder();
        } catch (PSTException | IOException | RuntimeException e) {
            into.warning(new Warning("", "the mailbox is broken at its beginning, or of a kind that is not known"));
            return;
        }
        var messages = new PstMessages(source, into);
        folder(root, "", 0, messages, into);
        into.balance(new Balance("messages", messages.expected(), messages.read(), messages.skipped()));
    }

    private static void folder(PSTFolder folder, String path, int depth, PstMessages messages, Findings into)
            throws IOException {
        if (folder.getNodeType() == SEARCH_FOLDER) {
            return;
        }
        String name = depth < 2 ? "" : (path.isEmpty() ? "" : path + "/") + PartNames.harmless(folder.getDisplayName());
        long before = messages.expected();
        messages.expect(folder.getContentCount());
        while (messages.expected() > before && folder.getContentCount() > 0) {
            Optional<PSTObject> next = next(folder, name, into);
            if (next.isEmpty()) {
                break;
            }
            if (next.get() instanceof PSTMessage message) {
                messages.take(message, name);
            } else {
                messages.skip(PstMessages.kind(next.get().getMessageClass()));
            }
        }
        if (depth < DEEPEST) {
            for (PSTFolder sub : subfolders(folder, name, into)) {
                folder(sub, name, depth + 1, messages, into);
            }
        } else {
            into.warning(new Warning(name, "folders in it are nested too deep; they are not read"));
        }
    }

    private static Optional<PSTObject> next(PSTFolder folder, String name, Findings into) throws IOException {
        try {
            return Optional.ofNullable(folder.getNextChild());
        } catch (PSTException | IOException | RuntimeException e) {
            into.warning(new Warning(name, "the folder is broken; what came before is read"));
            return Optional.empty();
        }
    }

    private static Iterable<PSTFolder> subfolders(PSTFolder folder, String name, Findings into) throws IOException {
        try {
            return folder.getSubFolders();
        } catch (PSTException | IOException | RuntimeException e) {
            into.warning(new Warning(name, "the list of the folders in it is broken"));
            return java.util.List.of();
        }
    }

    private static final class Content extends PSTFileContent {
        private final SourceChannel channel;

        Content(SourceChannel channel) {
            this.channel = channel;
        }

        @Override
        public void seek(long to) throws IOException {
            channel.position(to);
        }

        @Override
        public long getFilePointer() {
            return channel.position();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one) < 1 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target) throws IOException {
            return channel.read(ByteBuffer.wrap(target));
        }

        @Override
        public byte readByte() throws IOException {
            return (byte) read();
        }

        @Override
        public void close() {
            channel.close();
        }
    }
}
