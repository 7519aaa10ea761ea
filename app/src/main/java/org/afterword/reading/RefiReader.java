package org.afterword.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.afterword.model.Warning;

/**
 * A project ({@code .qde}) or a codebook ({@code .qdc}) of other software for qualitative analysis, in REFI-QDA 1.0 and
 * 1.5. Texts that stand in it become parts; what people made of them is given to who imports it.
 */
final class RefiReader implements Reader {
    @Override
    public String name() {
        return "refi-qda";
    }

    @Override
    public boolean streams() {
        return true;
    }

    @Override
    public boolean settles() {
        return true;
    }

    @Override
    public double confidence(Source source) {
        String head = new String(source.head(), StandardCharsets.ISO_8859_1).replace("\0", "");
        return head.contains("urn:QDA-XML:") && head.contains("<") && !head.startsWith("PK") ? 1 : 0;
    }

    @Override
    public void read(Source source, Findings into) throws IOException {
        var parsed = new RefiElements();
        Optional<String> broken = Xml.read(source.stream(0), parsed);
        if (broken.isPresent()) {
            into.warning(new Warning("", broken.get()));
        }
        for (RefiElements.Inline inline : parsed.inline()) {
            into.part(
                    "sources/" + inline.guid() + ".txt",
                    new ByteArrayInputStream(inline.text().getBytes(StandardCharsets.UTF_8)));
        }
        into.project(parsed.project());
        into.warning(new Warning(
                "", "it holds codes and codings of another program; 'afterword import' takes a project in with them"));
    }
}
