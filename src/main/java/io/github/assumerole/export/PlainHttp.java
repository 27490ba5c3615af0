package io.github.assumerole.export;

import java.util.regex.Pattern;

/** URLs to which credentials are sent unencrypted, and not only within this machine. */
public final class PlainHttp {
    private static final Pattern FORM = Pattern.compile(
            "http://(?:[^/@]*@)?+(?!(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])([:/]|$))", Pattern.CASE_INSENSITIVE);

    private PlainHttp() {}

    public static boolean isUsedBy(String url) {
        return FORM.matcher(url).lookingAt();
    }
}
