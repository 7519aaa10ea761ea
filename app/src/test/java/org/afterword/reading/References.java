package org.afterword.reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;

/** Files of every kind that can ask for something from elsewhere; what they ask for is the address. */
final class References {
    /** Who has to read each: a file that another reader takes proves nothing. */
    private final Map<String, String> readers = new LinkedHashMap<>();

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final String at;
    private final String local;

    /**
     * @param address begins with http, and does not end with a slash
     * @param file a file on this machine, as an address
     */
    References(String address, String file) {
        at = address;
        local = file;
        try {
            pages();
            mail();
            documents();
            xmlOffice();
            archives();
            exports();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, byte[]> files() {
        return files;
    }

    String reader(String name) {
        return readers.get(name);
    }

    private void put(String reader, String name, byte[] bytes) {
        readers.put(name, reader);
        files.put(name, bytes);
    }

    private void put(String reader, String name, String text) {
        put(reader, name, Packed.text(text));
    }

    private String html() {
        return "<!DOCTYPE html><html manifest='" + at + "/manifest'><head><base href='" + at + "/base/'>"
                + "<meta http-equiv=refresh content='0;url=" + at + "/refresh'><meta property='og:image' content='" + at
                + "/og.png'><link rel=stylesheet href='" + at + "/style.css'><link rel=preload as=image href='" + at
                + "/preload'><link rel=icon href='icon.png'><link rel=import href='" + at
                + "/import.html'><style>@import url('" + at + "/import.css'); p { background: url(" + at
                + "/background.png) } @font-face { font-family: f; src: url(" + at + "/font) }</style>"
                + "<script src='" + at + "/script.js'></script><script>fetch('" + at + "/fetch')</script>"
                + "<script type='application/ld+json'>{\"@context\":\"" + at
                + "/context\",\"@type\":\"BlogPosting\",\"image\":\"" + at + "/ld.png\"}</script>"
                + "<title>Leaving the lamp keepers</title></head><body background='" + at
                + "/body.png' onload=\"fetch('"
                + at + "/onload')\"><article><h1>Leaving the lamp keepers</h1><p>They asked me for forty pounds every"
                + " month, and I paid, for two years, because I was told the lamp would go out. "
                + "<img src='" + at + "/pixel.gif' alt='a lamp on a sill' srcset='" + at + "/small.png 1x, " + at
                + "/large.png 2x'> <img src=relative.png></p><picture><source srcset='" + at
                + "/source.webp'></picture>"
                + "<video src='" + at + "/video' poster='" + at + "/poster'><track src='" + at + "/track.vtt'></video>"
                + "<iframe src='" + at + "/frame.html'></iframe><object data='" + at + "/object'></object><embed src='"
                + at + "/embed'><svg><image xlink:href='" + at + "/svg.png'/><use href='" + at + "/use.svg#a'/></svg>"
                + "<form action='" + at + "/form'><input type=image src='" + at + "/input.png'></form><a ping='" + at
                + "/ping' href='" + at + "/link'>where it was</a><img src='" + local + "'><iframe src='" + local
                + "'></iframe></article></body></html>";
    }

    private String xml(String inner) {
        return "<?xml version='1.0'?><?xml-stylesheet href='" + at + "/style.xsl' type='text/xsl'?><!DOCTYPE d SYSTEM '"
                + at + "/outer.dtd' [<!ENTITY far SYSTEM '" + at + "/entity'><!ENTITY near SYSTEM '" + local
                + "'><!ENTITY % parameter SYSTEM '" + at + "/parameter'> %parameter;]>" + inner;
    }

    private void pages() {
        put("webpage", "page.html", html());
        put("webpage", "page.xhtml", xml(html().replace("<!DOCTYPE html>", "") + "<p>&far;&near;</p>"));
        put(
                "mhtml",
                "page.mhtml",
                "From: <Saved by Blink>\r\nSnapshot-Content-Location: " + at + "/page\r\nSubject: Leaving\r\n"
                        + "MIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n"
                        + "--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: " + at + "/page\r\n\r\n"
                        + html() + "\r\n--b\r\nContent-Type: text/css\r\nContent-Location: " + at
                        + "/style.css\r\n\r\n@import '" + at + "/more.css';\r\n--b--\r\n");
        put(
                "",
                "drawing.svg",
                xml(
                        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'><image xlink:href='"
                                + at + "/image.png'/><script href='" + at
                                + "/svg.js'/><text>They asked &far; &near;</text></svg>"));
        put(
                "",
                "data.xml",
                xml("<d xmlns:xi='http://www.w3.org/2001/XInclude'><p>They asked &far; &near;</p><xi:include href='"
                        + at + "/include'/></d>"));
        put(
                "markdown",
                "post.md",
                "---\ntitle: Leaving\nimage: " + at
                        + "/cover.png\n---\nThey asked me for money. ![a lamp](" + at + "/lamp.png)\n\n<img src='" + at
                        + "/raw.png'>\n\n[ref]: " + at + "/ref\n\nI left. ![again][ref]\n");
        put(
                "subtitles",
                "talk.vtt",
                "WEBVTT\n\nSTYLE\n::cue { background: url(" + at
                        + "/cue.png) }\n\n00:01.000 --> 00:02.000\n<v Wren>They asked me for money. " + at
                        + "/said</v>\n\n00:03.000 --> 00:04.000\n<v Ivo>Why?</v>\n");
    }

    private void mail() {
        String head = "From: Wren Alder <wren@fen.example>\r\nTo: lamps@fen.example\r\nSubject: leaving\r\n"
                + "Date: Mon, 3 May 2021 10:00:00 +0100\r\nMessage-ID: <one@fen.example>\r\n"
                + "Disposition-Notification-To: wren@fen.example\r\nList-Unsubscribe: <" + at + "/unsubscribe>\r\n"
                + "List-Archive: <" + at + "/archive>\r\nX-Face-URL: " + at + "/face\r\nMIME-Version: 1.0\r\n";
        String body =
                "Content-Type: multipart/mixed; boundary=\"m\"\r\n\r\n--m\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
                        + html() + "\r\n--m\r\nContent-Type: message/external-body; access-type=URL; URL=\"" + at
                        + "/external\"\r\n\r\nContent-Type: text/plain\r\nContent-ID: <x@fen.example>\r\n\r\n"
                        + "\r\n--m\r\nContent-Type: message/external-body; access-type=local-file; name=\"" + local
                        + "\"\r\n\r\nContent-Type: text/plain\r\n\r\n\r\n--m\r\nContent-Type: text/calendar\r\n\r\n"
                        + "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nATTACH:" + at
                        + "/calendar\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n--m--\r\n";
        put("mail", "letter.eml", head + body);
        put(
                "mail",
                "all.mbox",
                "From wren@fen.example Mon May  3 10:00:00 2021\n" + (head + body).replace("\r", "") + "\n");
        put(
                "mail",
                "away.eml",
                head + "Content-Type: message/external-body; access-type=URL; URL=\"" + at
                        + "/whole\"\r\n\r\nContent-Type: text/plain\r\n\r\n");
    }

    private void documents() throws IOException {
        put(
                "rtf",
                "letter.rtf",
                "{\\rtf1\\ansi{\\*\\template " + at + "/template.dot}They asked me for money. "
                        + "{\\field{\\*\\fldinst INCLUDEPICTURE \"" + at + "/picture.png\" \\\\d}{\\fldrslt }}"
                        + "{\\field{\\*\\fldinst INCLUDETEXT \"" + local
                        + "\"}{\\fldrslt }}{\\field{\\*\\fldinst HYPERLINK \""
                        + at
                        + "/link\"}{\\fldrslt where it was}}{\\object\\objautlink\\rsltpict{\\*\\objclass htmlfile}"
                        + "{\\*\\objdata " + hex(at + "/object") + "}}\\par I left.\\par}");
        put("pdf", "letter.pdf", pdf());
        try (var book = new HSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var row = book.createSheet("Payments").createRow(0);
            row.createCell(0).setCellValue("They asked me for money");
            var link = book.getCreationHelper().createHyperlink(HyperlinkType.URL);
            link.setAddress(at + "/xls");
            row.getCell(0).setHyperlink(link);
            row.createCell(1).setCellFormula("HYPERLINK(\"" + at + "/formula\",\"here\")");
            book.write(out);
            put("old-office", "payments.xls", out.toByteArray());
        }
        put("", "formulas.csv", "Month,Paid\nMay,\"=WEBSERVICE(\"\"" + at + "/csv\"\")\"\nJune,40\n");
        put("", "page.url", "[InternetShortcut]\r\nURL=" + at + "/shortcut\r\nIconFile=" + at + "/shortcut.ico\r\n");
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(Packed.text(text));
    }

    private byte[] pdf() throws IOException {
        try (PDDocument document = PdfFixtures.withScriptsAndAttachment(Integer.parseInt(at.replaceAll(".*:", "")))) {
            COSDictionary root = document.getDocumentCatalog().getCOSObject();
            var next = new COSArray();
            next.add(action("SubmitForm", "/submit"));
            next.add(action("ImportData", "/import.fdf"));
            next.add(action("Launch", "/launch"));
            next.add(action("GoToR", "/other.pdf"));
            next.add(action("GoToE", "/embedded.pdf"));
            root.setItem("Next", next);
            ((COSDictionary) root.getDictionaryObject(COSName.OPEN_ACTION)).setItem("Next", next);
            var closing = new COSDictionary();
            closing.setItem("WC", action("SubmitForm", "/closing"));
            root.setItem(COSName.AA, closing);
            root.setItem(COSName.URI, named("Base", at + "/base"));
            var form = new COSDictionary();
            form.setItem(COSName.FIELDS, new COSArray());
            var packet = document.getDocument().createCOSStream();
            try (var out = packet.createOutputStream()) {
                out.write(Packed.text(xml("<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'>&far;&near;</xdp:xdp>")));
            }
            form.setItem(COSName.XFA, packet);
            root.setItem(COSName.ACRO_FORM, form);
            var metadata = document.getDocument().createCOSStream();
            try (var out = metadata.createOutputStream()) {
                out.write(Packed.text(xml("<x:xmpmeta xmlns:x='adobe:ns:meta/'>&far;&near;</x:xmpmeta>")));
            }
            root.setItem(COSName.METADATA, metadata);
            // a picture whose bytes lie elsewhere
            var picture = document.getDocument().createCOSStream();
            picture.setItem(COSName.TYPE, COSName.XOBJECT);
            picture.setItem(COSName.SUBTYPE, COSName.IMAGE);
            picture.setInt(COSName.WIDTH, 10);
            picture.setInt(COSName.HEIGHT, 10);
            picture.setInt(COSName.BITS_PER_COMPONENT, 8);
            picture.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
            picture.setItem(COSName.F, file("/picture"));
            var objects = new COSDictionary();
            objects.setItem("Im1", picture);
            document.getPage(0).getResources().getCOSObject().setItem(COSName.XOBJECT, objects);
            return PdfFixtures.bytes(document);
        }
    }

    private static COSDictionary named(String key, String value) {
        var dictionary = new COSDictionary();
        dictionary.setItem(key, new COSString(value));
        return dictionary;
    }

    private COSDictionary file(String path) {
        COSDictionary file = named("F", at + path);
        file.setItem(COSName.FS, COSName.getPDFName("URL"));
        return file;
    }

    private COSDictionary action(String kind, String path) {
        var action = new COSDictionary();
        action.setItem(COSName.S, COSName.getPDFName(kind));
        action.setItem(COSName.F, file(path));
        return action;
    }

    private void xmlOffice() throws IOException {
        String relation =
                "<Relationship Id='r%d' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s' Target='"
                        + at + "/%s' TargetMode='External'/>";
        var relations = new StringBuilder(
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>");
        int number = 1;
        for (String kind : new String[] {
            "image",
            "attachedTemplate",
            "subDocument",
            "aFChunk",
            "oleObject",
            "hyperlink",
            "frame",
            "header",
            "comments",
            "footnotes"
        }) {
            relations.append(String.format(java.util.Locale.ROOT, relation, number++, kind, kind));
        }
        relations.append("</Relationships>");
        String word = xml(
                "<w:document xmlns:w='w' xmlns:r='r' xmlns:a='a'><w:p><w:r><w:t>They asked me for money.</w:t></w:r></w:p>"
                        + "<w:p><w:r><w:instrText>INCLUDEPICTURE \"" + at
                        + "/field.png\"</w:instrText></w:r></w:p><w:p><w:r>"
                        + "<a:blip r:link='r1'/></w:r></w:p><w:altChunk r:id='r4'/><w:subDoc r:id='r3'/></w:document>");
        put(
                "docx",
                "letter.docx",
                OfficeFixtures.zip(
                        "",
                        Map.of(
                                Pack.TYPES,
                                "<Types/>",
                                "word/document.xml",
                                word.replaceFirst("<!DOCTYPE.*?]>", ""),
                                "word/_rels/document.xml.rels",
                                relations.toString(),
                                "word/_rels/settings.xml.rels",
                                relations.toString(),
                                "docProps/core.xml",
                                xml("<c>&far;&near;</c>"))));
        put("docx", "typed.docx", OfficeFixtures.zip("", Map.of(Pack.TYPES, "<Types/>", "word/document.xml", word)));
        put("pptx", "talk.pptx", related(OfficeFixtures.pptx(), relations.toString()));
        put("xlsx", "payments.xlsx", related(OfficeFixtures.xlsx(), relations.toString()));
        put("docx", "whole.docx", related(OfficeFixtures.docx(), relations.toString()));
        String content =
                "<d xmlns:text='t' xmlns:draw='d' xmlns:xlink='x'><text:p>They asked me for money.</text:p><draw:image xlink:href='"
                        + at
                        + "/image.png' xlink:actuate='onLoad'/><draw:object xlink:href='" + at
                        + "/object'/><text:section-source xlink:href='" + at
                        + "/section.odt'/></d>";
        put(
                "opendocument",
                "letter.odt",
                OfficeFixtures.zip(
                        "application/vnd.oasis.opendocument.text",
                        Map.of("content.xml", content, "meta.xml", xml("<m>&far;&near;</m>"))));
        put(
                "opendocument",
                "typed.odt",
                OfficeFixtures.zip(
                        "application/vnd.oasis.opendocument.text",
                        Map.of("content.xml", xml(content.replace("</d>", "<text:p>&far;&near;</text:p></d>")))));
        put(
                "epub",
                "book.epub",
                OfficeFixtures.zip(
                        "application/epub+zip",
                        Map.of(
                                "META-INF/container.xml",
                                        xml(
                                                "<container><rootfiles><rootfile full-path='book.opf'/></rootfiles></container>"),
                                "book.opf",
                                        xml(
                                                "<package xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata><dc:title>The lamp</dc:title></metadata><manifest><item id='a' href='one.xhtml'/><item id='b' href='"
                                                        + at
                                                        + "/remote.xhtml'/></manifest><spine><itemref idref='a'/><itemref idref='b'/></spine></package>"),
                                "one.xhtml", xml(html().replace("<!DOCTYPE html>", "")))));
    }

    /** The document, in which each part has these relations to others, too; and parts that ask for data. */
    private byte[] related(byte[] document, String relations) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(document))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                boolean relating = entry.getName().endsWith(".rels");
                String more = relations.replaceFirst("<Relationships[^>]*>", "");
                files.put(
                        entry.getName(),
                        (relating ? text.replace("</Relationships>", more) : text)
                                .getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        files.replace(
                "docProps/app.xml",
                Packed.text(
                        xml("<connections><connection><webPr url='" + at + "/query'/></connection></connections>")));
        files.put("docProps/custom.xml", Packed.text(xml("<c>&far;&near;</c>")));
        return Packed.zip(files);
    }

    private void archives() throws IOException {
        String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nLink: <" + at
                + "/linked>; rel=preload\r\nContent-Length: " + Packed.text(html()).length + "\r\n\r\n" + html();
        String warc = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: " + at
                + "/page\r\nWARC-Date: 2021-05-03T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:0ba1e3f6-0000-4000-8000-000000000001>\r\n"
                + "Content-Type: application/http; msgtype=response\r\nContent-Length: "
                + Packed.text(http).length + "\r\n\r\n" + http + "\r\n\r\n";
        put("webarchive", "pages.warc", warc);
        put(
                "webarchive",
                "pages.wacz",
                Packed.zip(new LinkedHashMap<>(Map.of(
                        "archive/data.warc.gz", Packed.gzip(Packed.text(warc)),
                        "pages/pages.jsonl",
                                Packed.text("{\"format\":\"json-pages-1.0\"}\n{\"url\":\"" + at + "/page\"}\n"),
                        "datapackage.json",
                                Packed.text("{\"profile\":\"data-package\",\"resources\":[{\"path\":\"" + at
                                        + "/data.warc.gz\"}]}")))));
        put(
                "container",
                "all.zip",
                Packed.zip(new LinkedHashMap<>(Map.of(
                        "inner/page.html",
                        Packed.text(html()),
                        "inner/letter.eml",
                        files.get("letter.eml"),
                        "inner/page.url",
                        files.get("page.url")))));
    }

    /** The exports of the other tests, whose pictures, files and links now are there. */
    private void exports() {
        Pattern site = Pattern.compile("https?:(\\\\?/)\\1[^/\\\\\"'\\s<>)\\]]+");
        for (String name : Fixtures.ALL) {
            String text = new String(Fixtures.bytes(name), StandardCharsets.UTF_8);
            String there = site.matcher(text).replaceAll(at);
            if (there.equals(text) && !name.endsWith(".html")) {
                continue;
            }
            if (name.endsWith(".html")) {
                there = there.replaceFirst(
                        "<body[^>]*>|$",
                        "$0<img src='" + at + "/in-" + name + "'><script src='" + at
                                + "/js'></script><link rel=stylesheet href='" + at + "/css'>");
            }
            put("*", "export/" + name, there);
        }
    }
}
