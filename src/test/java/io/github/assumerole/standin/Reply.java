package io.github.assumerole.standin;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** @param callerArn whom the answer is for, empty when nobody was recognised */
record Reply(Answer answer, String callerArn) {
    static final Reply NONE = new Reply(Answer.NONE, "");

    Reply rewritten(UnaryOperator<String> body) {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        return new Reply(answer.withBody(body.apply(text)), callerArn);
    }

    Reply with(String header, String value) {
        return new Reply(answer.with(header, value), callerArn);
    }
}
