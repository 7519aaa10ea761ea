package org.afterword.workbench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A form with files as browsers send it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Form(byte[] bytes) {
    static final String TYPE = "multipart/form-data; boundary=----b0undary";

    /** @param name as it stands in the form, so without quotation marks */
    @SuppressWarnings("ArrayRecordComponent")
    record File(String name, byte[] bytes) {
        static File of(String name, String text) {
            return new File(name, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    static Form of(Map<String, String> fields, File... files) {
        var bytes = new ByteArrayOutputStream();
        fields.forEach((name, value) -> bytes.writeBytes(field(name, value)));
        for (File file : files) {
            bytes.writeBytes(head(file.name()));
            bytes.writeBytes(file.bytes());
            bytes.writeBytes(text("\r\n"));
        }
        bytes.writeBytes(text("------b0undary--\r\n"));
        return new Form(bytes.toByteArray());
    }

    static byte[] field(String name, String value) {
        return text("------b0undary\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
    }

    static byte[] head(String file) {
        return text("------b0undary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
