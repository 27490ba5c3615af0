package io.github.assumerole.build;

import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.MfaCodes;
import io.github.assumerole.role.Secret;
import io.github.assumerole.text.ConfigurationProblems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.codehaus.plexus.components.interactivity.Prompter;
import org.codehaus.plexus.components.interactivity.PrompterException;

/**
 * Reads the code of an MFA device from an environment variable, or prompts the user for it: once in a build for each
 * device, however many modules and threads need it.
 */
public final class MfaPrompt implements MfaCodes {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern CODE = Pattern.compile("\\d{6}");
    private static final int MAX_PROMPTS = 3;
    private static final String BATCH_MODE = "Maven runs in batch mode and cannot prompt for the code";
    private static final String NO_INPUT = "the input ended without an answer";
    private static final List<String> ADVICE = List.of(
            "set <mfaTokenEnv> to the name of an environment variable that contains the code",
            "run Maven on a terminal, without -B");

    private final Optional<String> variable;
    private final Map<String, String> environment;
    private final boolean interactive;
    private final Prompter prompter;
    private final ConcurrentMap<String, CompletableFuture<Optional<Secret>>> codes;

    /**
     * @param variable the environment variable with the code
     * @param environment the environment variables of the build
     * @param codes the codes of the build by device; empty after a prompt without an answer
     */
    MfaPrompt(
            Optional<String> variable,
            Map<String, String> environment,
            boolean interactive,
            Prompter prompter,
            ConcurrentMap<String, CompletableFuture<Optional<Secret>>> codes) {
        this.variable = variable;
        this.environment = environment;
        this.interactive = interactive;
        this.prompter = prompter;
        this.codes = codes;
    }

    /** From the parameter and the session. */
    public static MfaPrompt of(
            Optional<String> mfaTokenEnv,
            MavenSession session,
            Prompter prompter,
            ConcurrentMap<String, CompletableFuture<Optional<Secret>>> codes,
            ConfigurationProblems problems) {
        return new MfaPrompt(
                problems.optional("mfaTokenEnv", mfaTokenEnv, MfaPrompt::name),
                Environment.of(session.getSystemProperties()),
                session.getRequest().isInteractiveMode(),
                prompter,
                codes);
    }

    /** Whether {@code mfaTokenEnv} names no variable. */
    public boolean promptsUser() {
        return variable.isEmpty();
    }

    /** Rejects, before any call, a code that is neither in a variable nor can be prompted for. */
    public void rejectWithoutCode(ConfigurationProblems problems) {
        if (variable.isPresent()) {
            problemOf(variable.get()).ifPresent(problem -> problems.add("mfaTokenEnv", problem));
        } else if (!interactive) {
            problems.add("mfaSerial", BATCH_MODE + "; " + String.join(", or ", ADVICE));
        }
    }

    @Override
    public Secret codeOf(String serial) {
        return variable.map(name -> fromEnvironment(name, serial)).orElseGet(() -> fromUser(serial));
    }

    private Secret fromEnvironment(String name, String serial) {
        problemOf(name).ifPresent(problem -> {
            throw failed(serial, problem + ".");
        });
        return Secret.of(valueOf(name));
    }

    private Optional<String> problemOf(String name) {
        if (valueOf(name).isEmpty()) {
            return Optional.of("the environment variable " + name + " is not set or is empty");
        }
        return CODE.matcher(valueOf(name)).matches()
                ? Optional.empty()
                : Optional.of("the environment variable " + name + " does not contain a 6-digit code");
    }

    private String valueOf(String name) {
        return withoutSpaces(environment.getOrDefault(name, ""));
    }

    private Secret fromUser(String serial) {
        if (!interactive) {
            throw failed(serial, BATCH_MODE + ".");
        }
        CompletableFuture<Optional<Secret>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<Secret>> first = codes.putIfAbsent(serial, mine);
        if (first != null) {
            return first.join()
                    .orElseThrow(() -> failed(serial, "this build already prompted for the code and got no answer."));
        }
        try {
            Secret code = Secret.of(prompt(serial));
            mine.complete(Optional.of(code));
            return code;
        } finally {
            // Has no effect after a code. Otherwise the waiting threads neither wait forever nor prompt again.
            mine.complete(Optional.empty());
        }
    }

    private String prompt(String serial) {
        String message = "MFA code of " + serial;
        for (int attempt = 0; attempt < MAX_PROMPTS; attempt++) {
            String code = withoutSpaces(answerTo(message, serial));
            if (CODE.matcher(code).matches()) {
                return code;
            }
            message = "Not a 6-digit code. MFA code of " + serial;
        }
        throw failed(serial, "no 6-digit code was entered in " + MAX_PROMPTS + " attempts.");
    }

    private String answerTo(String message, String serial) {
        try {
            return Optional.ofNullable(prompter.prompt(message)).orElseThrow(() -> failed(serial, NO_INPUT + "."));
        } catch (PrompterException ended) {
            // Maven 4 throws when the input ends, Maven 3 returns null. Without the cause, whose message Maven would
            // print after the advice.
            throw failed(serial, NO_INPUT + " (" + ended.getMessage() + ").");
        }
    }

    private static AwsAccessException failed(String serial, String cameBack) {
        return new AwsAccessException("Cannot get the MFA code of " + serial, cameBack, ADVICE);
    }

    /** Many devices display the digits in two groups. */
    private static String withoutSpaces(String text) {
        return text.replaceAll("\\s", "");
    }

    private static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            // Not printed: it can be the code itself.
            throw new IllegalArgumentException(
                    "is not the name of an environment variable; expected one like AWS_MFA_CODE, never the code itself");
        }
        return text;
    }
}
