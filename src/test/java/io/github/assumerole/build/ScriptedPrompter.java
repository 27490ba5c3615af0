package io.github.assumerole.build;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.codehaus.plexus.components.interactivity.Prompter;
import org.codehaus.plexus.components.interactivity.PrompterException;

/** A prompter with scripted input. After that the input has ended: null, as in Maven 3. */
public final class ScriptedPrompter implements Prompter {
    private final Deque<Input> inputs = new ArrayDeque<>();
    private final List<String> questions = new ArrayList<>();

    @FunctionalInterface
    interface Input {
        String read() throws PrompterException;
    }

    public void willType(String answer) {
        inputs.add(() -> answer);
    }

    void willRun(Input input) {
        inputs.add(input);
    }

    /** The prompts so far. */
    public List<String> questions() {
        return List.copyOf(questions);
    }

    @Override
    public String prompt(String message) throws PrompterException {
        questions.add(message);
        return inputs.isEmpty() ? null : inputs.poll().read();
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
