package io.github.sre4j.trace.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Reads files of which each line is a document; a line that is none is noted, and the others are read. What a logger writes before a document is
 * skipped. A file whose first line is the beginning of a longer document is read as such.
 */
final class TraceLines {

    private final TraceDocuments documents;
    private final String file;

    TraceLines(TraceDocuments documents, String file) {
        this.documents = documents;
        this.file = file;
    }

    void read(BufferedReader reader) throws IOException {
        int number = 0;
        boolean any = false;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            int from = start(line);
            if (from < 0) {
                if (!line.isBlank() && line.indexOf('}') < 0 && isJsonLines()) {
                    documents.rejected(number);
                }
                continue;
            }
            if (!any && opens(line, from)) {
                wholeDocument(line.substring(from), reader, number);
                return;
            }
            any = true;
            line(from == 0 ? line : line.substring(from), number);
        }
    }

    private boolean isJsonLines() {
        return !file.endsWith(".log") && !file.endsWith(".txt");
    }

    private void line(String line, int number) throws IOException {
        try (JsonParser json = FlatJson.FACTORY.createParser(line)) {
            documents.values(json);
        } catch (JsonProcessingException e) {
            documents.rejected(number);
        }
    }

    /** Where the document begins, or -1 if the line holds none. */
    private static int start(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '{' || c == '[') {
                return isDocument(line, i) ? i : nextObject(line, i);
            }
        }
        return -1;
    }

    private static int nextObject(String line, int from) {
        for (int i = line.indexOf('{', from); i >= 0; i = line.indexOf('{', i + 1)) {
            if (isDocument(line, i)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a document may begin here: loggers write brackets of their own. */
    private static boolean isDocument(String line, int at) {
        int next = at + 1;
        while (next < line.length() && line.charAt(next) <= ' ') {
            next++;
        }
        if (next == line.length()) {
            return at == 0 || line.substring(0, at).isBlank();
        }
        char c = line.charAt(next);
        return line.charAt(at) == '{' ? c == '"' || c == '}' : c == '{' || c == '[' || c == ']';
    }

    /** Whether the line only opens a document that goes on in the next ones. */
    private static boolean opens(String line, int from) {
        int depth = 0;
        boolean quoted = false;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
        }
        return depth > 0
                && !quoted
                && (line.stripTrailing().endsWith("{")
                        || line.stripTrailing().endsWith("[")
                        || line.stripTrailing().endsWith(","));
    }

    private void wholeDocument(String first, BufferedReader rest, int number) throws IOException {
        try (Reader whole = new JoinedReader(first + "\n", rest);
                JsonParser json = FlatJson.FACTORY.createParser(whole)) {
            documents.values(json);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            documents.rejected(number + line - 1);
        }
    }
}
