package org.afterword.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Span;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogByteSizeMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.SingleInstanceLockFactory;
import org.apache.lucene.util.BytesRef;

/** Makes an {@link Index}, in memory: the same accounts in the same order give the same. For one thread. */
public final class Indexing {
    static final String ACCOUNT = "account";
    static final String START = "start";
    static final String TEXT = "text";
    private static final double BUFFER = 48;

    /** Lucene would say on the terminal which instructions of the processor it may not use. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    private final Directory directory =
            new ByteBuffersDirectory(new SingleInstanceLockFactory(), ByteBuffersDataOutput::new, HeldFile::of);
    private final IndexWriter writer;
    private final List<Id> accounts = new ArrayList<>();
    private final List<String> languages = new ArrayList<>();
    private final Map<String, Optional<Stems>> stems = new HashMap<>();
    private final Listed words = new Listed();
    private final Listed stemmed = new Listed();
    private final Field word = new Field(Asked.WORD, words, type());
    private final Field stem = new Field(Asked.STEM, stemmed, type());
    private final Field account = new NumericDocValuesField(ACCOUNT, 0);
    private final Field start = new NumericDocValuesField(START, 0);

    public Indexing() {
        LUCENE.setLevel(Level.OFF);
        var config = new IndexWriterConfig()
                .setRAMBufferSizeMB(BUFFER)
                .setMergeScheduler(new SerialMergeScheduler())
                .setMergePolicy(new LogByteSizeMergePolicy())
                .setUseCompoundFile(false);
        try {
            writer = new IndexWriter(directory, config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FieldType type() {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.freeze();
        return type;
    }

    public void add(Account added) {
        Optional<Stems> known = added.language().flatMap(one -> stems.computeIfAbsent(one, Stems::of));
        account.setLongValue(accounts.size());
        accounts.add(added.id());
        languages.add(added.language().orElse(""));
        try {
            for (Span stretch : Stretches.of(added)) {
                add(stretch, stretch.of(added.text()), known);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Span stretch, String said, Optional<Stems> known) throws IOException {
        List<String> forms = Words.forms(said);
        var document = new Document();
        words.set(forms);
        document.add(word);
        if (known.isPresent()) {
            stemmed.set(forms.stream().map(known.get()::stem).toList());
            document.add(stem);
        }
        document.add(account);
        start.setLongValue(stretch.start());
        document.add(start);
        document.add(stored(said));
        writer.addDocument(document);
    }

    /** As text, but for one with half a character in it, which UTF-8 cannot say. */
    private static StoredField stored(String said) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(said)
                ? new StoredField(TEXT, said)
                : new StoredField(TEXT, units(said));
    }

    static String stored(Document document) {
        String said = document.get(TEXT);
        if (said != null) {
            return said;
        }
        BytesRef units = document.getBinaryValue(TEXT);
        return ByteBuffer.wrap(units.bytes, units.offset, units.length)
                .asCharBuffer()
                .toString();
    }

    private static byte[] units(String said) {
        var bytes = ByteBuffer.allocate(2 * said.length());
        bytes.asCharBuffer().put(said);
        return bytes.array();
    }

    /** Nothing can be added after. */
    public Index done() {
        try {
            writer.close();
            return new Index(directory, accounts, languages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
