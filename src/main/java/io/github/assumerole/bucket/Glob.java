package io.github.assumerole.bucket;

/** Matches names against a glob, in time proportional to the product of both lengths at the worst. */
final class Glob {
    private Glob() {}

    /**
     * Lets each star take as little as it can. When the rest does not fit, only the latest star takes one character
     * more: an earlier one could but shift the same choice, so there is nothing else to go back to.
     */
    static boolean matches(String glob, String name) {
        int inGlob = 0;
        int inName = 0;
        int latestStar = -1;
        int takenUpTo = 0;
        while (inName < name.length()) {
            boolean globGoesOn = inGlob < glob.length();
            if (globGoesOn && glob.charAt(inGlob) == '*') {
                latestStar = inGlob++;
                takenUpTo = inName;
            } else if (globGoesOn && fits(glob.charAt(inGlob), name.charAt(inName))) {
                inGlob++;
                inName++;
            } else if (latestStar >= 0) {
                inGlob = latestStar + 1;
                inName = ++takenUpTo;
            } else {
                return false;
            }
        }
        return hasOnlyStarsFrom(inGlob, glob);
    }

    private static boolean fits(char wanted, char actual) {
        return wanted == '?' || wanted == actual;
    }

    private static boolean hasOnlyStarsFrom(int position, String glob) {
        return glob.chars().skip(position).allMatch(c -> c == '*');
    }
}
