package io.github.sre4j.text;

import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.zip.ZipException;

/** The reasons of failures of files. Their own messages are often the path alone, which says that something is wrong with it and not what. */
final class FileFailure {

    private FileFailure() {}

    /** Returns the reason in words; the failure's own message if that is one. */
    static Message message(IOException failure) {
        if (failure instanceof FileSystemException named) {
            return message(named);
        }
        if (failure instanceof EOFException) {
            return Message.of(FileFailure.class, "file.ends-early");
        }
        if (failure instanceof ZipException) {
            return Message.of(FileFailure.class, "file.damaged-compression", String.valueOf(failure.getMessage()));
        }
        return failure instanceof CharacterCodingException || failure instanceof CharConversionException
                ? Message.of(FileFailure.class, "file.no-utf8")
                : Message.plain(String.valueOf(failure.getMessage()));
    }

    private static Message message(FileSystemException failure) {
        String key = key(failure);
        String file = failure.getFile();
        if (file == null || (key.equals("file.otherwise") && failure.getReason() == null)) {
            return Message.plain(String.valueOf(failure.getMessage()));
        }
        return key.equals("file.otherwise")
                ? Message.of(FileFailure.class, key, file, String.valueOf(failure.getReason()))
                : Message.of(FileFailure.class, key, file);
    }

    private static String key(FileSystemException failure) {
        if (failure instanceof AccessDeniedException) {
            return "file.denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "file.missing";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "file.exists";
        }
        if (failure instanceof NotDirectoryException) {
            return "file.no-directory";
        }
        return failure instanceof DirectoryNotEmptyException ? "file.not-empty" : "file.otherwise";
    }
}
