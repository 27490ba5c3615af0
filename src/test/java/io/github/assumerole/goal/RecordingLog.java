package io.github.assumerole.goal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.maven.plugin.logging.Log;

/** A log that keeps what it is told, also what only {@code -X} would show. */
final class RecordingLog implements Log {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private boolean debug;

    /** From now on says that it is on debug, as under {@code -X}. */
    void onDebug() {
        debug = true;
    }

    /** Every line so far, each after its level, as in "[INFO] text". */
    List<String> lines() {
        return List.copyOf(lines);
    }

    private void add(String level, CharSequence text, Throwable error) {
        StringWriter written = new StringWriter();
        if (error != null) {
            error.printStackTrace(new PrintWriter(written));
        }
        (text + written.toString()).lines().forEach(line -> lines.add("[" + level + "] " + line));
    }

    @Override
    public boolean isDebugEnabled() {
        return debug;
    }

    @Override
    public void debug(CharSequence content) {
        add("DEBUG", content, null);
    }

    @Override
    public void debug(CharSequence content, Throwable error) {
        add("DEBUG", content, error);
    }

    @Override
    public void debug(Throwable error) {
        add("DEBUG", "", error);
    }

    @Override
    public boolean isInfoEnabled() {
        return true;
    }

    @Override
    public void info(CharSequence content) {
        add("INFO", content, null);
    }

    @Override
    public void info(CharSequence content, Throwable error) {
        add("INFO", content, error);
    }

    @Override
    public void info(Throwable error) {
        add("INFO", "", error);
    }

    @Override
    public boolean isWarnEnabled() {
        return true;
    }

    @Override
    public void warn(CharSequence content) {
        add("WARNING", content, null);
    }

    @Override
    public void warn(CharSequence content, Throwable error) {
        add("WARNING", content, error);
    }

    @Override
    public void warn(Throwable error) {
        add("WARNING", "", error);
    }

    @Override
    public boolean isErrorEnabled() {
        return true;
    }

    @Override
    public void error(CharSequence content) {
        add("ERROR", content, null);
    }

    @Override
    public void error(CharSequence content, Throwable error) {
        add("ERROR", content, error);
    }

    @Override
    public void error(Throwable error) {
        add("ERROR", "", error);
    }
}
