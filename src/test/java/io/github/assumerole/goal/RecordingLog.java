package io.github.assumerole.goal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.maven.monitor.logging.DefaultLog;
import org.codehaus.plexus.logging.AbstractLogger;
import org.codehaus.plexus.logging.Logger;

/** A log that keeps its lines, also those of level debug. */
public final class RecordingLog extends DefaultLog {
    private final Recorder recorder;

    RecordingLog() {
        this(new Recorder());
    }

    private RecordingLog(Recorder recorder) {
        super(recorder);
        this.recorder = recorder;
    }

    /** As {@code -X} does. */
    public void enableDebug() {
        recorder.setThreshold(Logger.LEVEL_DEBUG);
    }

    /** As {@code -q} does. */
    public void disableInfo() {
        recorder.setThreshold(Logger.LEVEL_ERROR);
    }

    /** Every line so far with its level, for example "[INFO] text". */
    public List<String> lines() {
        return List.copyOf(recorder.lines);
    }

    private static final class Recorder extends AbstractLogger {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        private Recorder() {
            super(Logger.LEVEL_INFO, "test");
        }

        private void add(String level, String text, Throwable error) {
            StringWriter written = new StringWriter();
            if (error != null) {
                error.printStackTrace(new PrintWriter(written));
            }
            (text + written).lines().forEach(line -> lines.add("[" + level + "] " + line));
        }

        @Override
        public void debug(String text, Throwable error) {
            add("DEBUG", text, error);
        }

        @Override
        public void info(String text, Throwable error) {
            add("INFO", text, error);
        }

        @Override
        public void warn(String text, Throwable error) {
            add("WARNING", text, error);
        }

        @Override
        public void error(String text, Throwable error) {
            add("ERROR", text, error);
        }

        @Override
        public void fatalError(String text, Throwable error) {
            add("ERROR", text, error);
        }

        @Override
        public Logger getChildLogger(String name) {
            return this;
        }
    }
}
