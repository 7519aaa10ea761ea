package org.afterword.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML element by element. No document type is read and nothing outside is fetched, whatever the file asks for. */
final class Xml {
    private static final XMLInputFactory FACTORY = factory();

    private Xml() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        return factory;
    }

    /** What is made of the elements, which are known by their local names. */
    interface Handler {
        /**
         * @param element with its attributes
         */
        void start(String name, XMLStreamReader element);

        void text(String text);

        void end(String name);

        /** Whether the rest is not wanted any more. */
        default boolean enough() {
            return false;
        }
    }

    /**
     * @return why it could not be read to its end
     * @throws Pack.TooMuch if it unpacks to more than it may
     */
    static Optional<String> read(InputStream in, Handler handler) throws IOException {
        try (in) {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(in);
            while (xml.hasNext() && !handler.enough()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> handler.start(xml.getLocalName(), xml);
                    case XMLStreamConstants.END_ELEMENT -> handler.end(xml.getLocalName());
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        handler.text(xml.getText());
                    default -> {}
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof Pack.TooMuch much) {
                throw much;
            }
            return Optional.of(broken(e));
        } catch (Pack.TooMuch e) {
            throw e;
        } catch (IOException e) {
            return Optional.of("its packing is broken");
        }
    }

    private static String broken(XMLStreamException e) {
        return e.getLocation() == null
                ? "its XML is broken"
                : "its XML is broken at line " + e.getLocation().getLineNumber() + ", column "
                        + e.getLocation().getColumnNumber() + ": what comes after it was not read";
    }

    /** An attribute by its local name. */
    static Optional<String> attribute(XMLStreamReader element, String name) {
        for (int i = 0; i < element.getAttributeCount(); i++) {
            if (element.getAttributeLocalName(i).equals(name)) {
                return Optional.of(element.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }
}
