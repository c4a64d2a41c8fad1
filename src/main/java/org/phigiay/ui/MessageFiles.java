package org.phigiay.ui;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Finds the message files of all modules on the class path.
final class MessageFiles {

    /// Every key of one language with its text. A key in two files is a mistake of the program.
    static Map<String, String> read(Language language) {
        String name = language == Language.VI ? "messages.properties" : "messages_" + language.code() + ".properties";
        Map<String, String> all = new TreeMap<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:org/phigiay/*/" + name)) {
                Properties texts = new Properties();
                try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    texts.load(reader);
                }
                for (String key : texts.stringPropertyNames()) {
                    if (all.putIfAbsent(key, texts.getProperty(key)) != null) {
                        throw new IllegalStateException("the text " + key + " stands in two files, one is " + file);
                    }
                }
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return all;
    }

    private MessageFiles() {}
}
