package io.github.assumerole.manual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The texts in code, of which messages consist. */
final class MessageTexts {
    /** What a message inserts: of a format, of a concatenation, or the end of a line. */
    private static final Pattern INSERTED = Pattern.compile("%[-\\d$,.]*[a-zA-Z]|\\n|\u0001");

    private static final Pattern WORD = Pattern.compile("(?<![\\w.:/=@$*'-])[A-Za-z][a-z]{2,}(?![\\w/=@$*-]|[.:,]\\w)");

    private final Set<String> phrases = new TreeSet<>();
    private final Set<String> words = new TreeSet<>();

    MessageTexts(Path... directories) {
        Stream.of(directories).forEach(this::read);
    }

    private void read(Path classes) {
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                new ClassReader(Files.readAllBytes(file)).accept(new Texts(), ClassReader.SKIP_FRAMES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The words of a line that no message contains. Names, numbers, quoted and upper-case texts are values.
     *
     * @param values other words that the line may contain
     */
    List<String> unknownWords(String line, Set<String> values) {
        boolean[] known = new boolean[line.length()];
        for (String phrase : phrases) {
            for (int at = line.indexOf(phrase); at >= 0; at = line.indexOf(phrase, at + 1)) {
                Arrays.fill(known, at, at + phrase.length(), true);
            }
        }
        Matcher word = WORD.matcher(line);
        return word.results()
                .filter(found -> !known[found.start()] || !known[found.end() - 1])
                .map(found -> found.group())
                .filter(text -> !words.contains(text) && !values.contains(text))
                .toList();
    }

    private void add(Object constant) {
        if (constant instanceof String text) {
            for (String part : INSERTED.split(text)) {
                if (part.strip().contains(" ") || part.matches("\\W*\\w+\\W+|\\W+\\w+\\W*")) {
                    phrases.add(part);
                } else {
                    words.add(part);
                }
            }
        }
    }

    private final class Texts extends ClassVisitor {
        Texts() {
            super(Opcodes.ASM9);
        }

        @Override
        public FieldVisitor visitField(int access, String name, String type, String signature, Object value) {
            add(value);
            if ((access & Opcodes.ACC_ENUM) != 0) {
                words.add(name.toLowerCase(Locale.ROOT));
            }
            return null;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitLdcInsn(Object value) {
                    add(value);
                }

                @Override
                public void visitInvokeDynamicInsn(String called, String of, Handle bootstrap, Object... arguments) {
                    Stream.of(arguments).forEach(MessageTexts.this::add);
                }
            };
        }
    }
}
