package io.github.assumerole.build;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.codehaus.plexus.components.interactivity.Prompter;

/** Somebody at the terminal, who types what the test says, and nothing after that. */
public final class ScriptedPrompter implements Prompter {
    private final Deque<String> typed = new ArrayDeque<>();
    private final List<String> questions = new ArrayList<>();

    public void willType(String answer) {
        typed.add(answer);
    }

    /** What was asked so far. */
    public List<String> questions() {
        return List.copyOf(questions);
    }

    /** As Maven 3 does: null when the input has ended. */
    @Override
    public String prompt(String message) {
        questions.add(message);
        return typed.poll();
    }

    @Override
    public String prompt(String message, String defaultReply) {
        throw new UnsupportedOperationException(message);
    }

    @Override
    public String prompt(String message, List<String> possibleValues) {
        throw new UnsupportedOperationException(message);
    }

    @Override
    public String prompt(String message, List<String> possibleValues, String defaultReply) {
        throw new UnsupportedOperationException(message);
    }

    @Override
    public String promptForPassword(String message) {
        throw new UnsupportedOperationException("it echoes on Maven 3: " + message);
    }

    @Override
    public void showMessage(String message) {
        throw new UnsupportedOperationException(message);
    }
}
