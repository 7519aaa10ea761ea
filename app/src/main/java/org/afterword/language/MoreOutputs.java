package org.afterword.language;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Makes tensors inside an ONNX model outputs of it. The model's file is a protobuf message: its graph is field 7, the
 * graph's outputs are its fields 12, and a field that may be repeated may stand anywhere, so at the end.
 *
 * @see <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>
 */
final class MoreOutputs {
    private static final int GRAPH = 7;
    private static final int OUTPUT = 12;
    private static final int FLOAT = 1;
    private static final int DELIMITED = 2;

    private final byte[] model;
    private int at;

    private MoreOutputs(byte[] model) {
        this.model = model;
    }

    /**
     * @param width the size of the last of three dimensions
     * @throws IOException if it is no ONNX model
     */
    static byte[] in(byte[] model, List<String> tensors, int width) throws IOException {
        return new MoreOutputs(model).with(outputs(tensors, width));
    }

    private byte[] with(byte[] outputs) throws IOException {
        while (at < model.length) {
            int start = at;
            long key = varint();
            if (key == ((GRAPH << 3) | DELIMITED)) {
                int length = length();
                var changed = new ByteArrayOutputStream(model.length + outputs.length + 8);
                changed.write(model, 0, start);
                delimited(changed, GRAPH, length + outputs.length);
                changed.write(model, at, length);
                changed.writeBytes(outputs);
                changed.writeBytes(Arrays.copyOfRange(model, at + length, model.length));
                return changed.toByteArray();
            }
            skip((int) (key & 7));
        }
        throw new IOException("the model has no graph");
    }

    private void skip(int type) throws IOException {
        switch (type) {
            case 0 -> varint();
            case 1 -> at += Long.BYTES;
            case DELIMITED -> {
                int length = length();
                at += length;
            }
            case 5 -> at += Integer.BYTES;
            default -> throw new IOException("the model is not a protobuf message");
        }
    }

    private int length() throws IOException {
        long length = varint();
        if (length < 0 || length > model.length - at) {
            throw new IOException("the model is cut short");
        }
        return (int) length;
    }

    private long varint() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            if (at < 0 || at >= model.length) {
                throw new IOException("the model is cut short");
            }
            byte next = model[at++];
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IOException("the model is not a protobuf message");
    }

    /** ValueInfoProto: name 1, type 2; TypeProto: tensor 1; its element type 1, shape 2; its dimensions 1. */
    private static byte[] outputs(List<String> tensors, int width) {
        var outputs = new ByteArrayOutputStream();
        for (String tensor : tensors) {
            var last = new ByteArrayOutputStream();
            last.write(1 << 3);
            varint(last, width);
            var shape = new ByteArrayOutputStream();
            message(shape, 1, "\022\005batch".getBytes(StandardCharsets.UTF_8));
            message(shape, 1, "\022\006pieces".getBytes(StandardCharsets.UTF_8));
            message(shape, 1, last.toByteArray());
            var type = new ByteArrayOutputStream();
            type.write(1 << 3);
            varint(type, FLOAT);
            message(type, 2, shape.toByteArray());
            var tensorType = new ByteArrayOutputStream();
            message(tensorType, 1, type.toByteArray());
            var info = new ByteArrayOutputStream();
            message(info, 1, tensor.getBytes(StandardCharsets.UTF_8));
            message(info, 2, tensorType.toByteArray());
            message(outputs, OUTPUT, info.toByteArray());
        }
        return outputs.toByteArray();
    }

    private static void message(ByteArrayOutputStream to, int field, byte[] content) {
        delimited(to, field, content.length);
        to.writeBytes(content);
    }

    private static void delimited(ByteArrayOutputStream to, int field, int length) {
        to.write((field << 3) | DELIMITED);
        varint(to, length);
    }

    private static void varint(ByteArrayOutputStream to, int value) {
        int rest = value;
        while (rest >= 0x80) {
            to.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        to.write(rest);
    }
}
