package io.github.assumerole.standin;

/** @param callerArn whom the answer is for, empty when nobody was recognised */
record Reply(Answer answer, String callerArn) {
    static final Reply NONE = new Reply(Answer.NONE, "");

    Reply with(String header, String value) {
        return new Reply(answer.with(header, value), callerArn);
    }
}
