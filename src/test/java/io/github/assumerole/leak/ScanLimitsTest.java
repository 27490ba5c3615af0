package io.github.assumerole.leak;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.leak.archive.ScanBudget;
import io.github.assumerole.leak.archive.ScanLimitExceededException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScanLimitsTest {
    private static final int MIB = 1 << 20;

    @ParameterizedTest
    @CsvSource({
        "0, 512",
        "5, 512",
        "6, 600",
        "163, 16300",
        "164, 16384",
        "1000000, 16384",
        "8796093022207, 16384",
    })
    void grantsABudgetByTheSizeOfTheFile(long size, int granted) {
        ScanBudget budget = ScanLimits.DEFAULT.budget(size * MIB);
        assertDoesNotThrow(() -> spend(budget, granted));
        assertThrows(ScanLimitExceededException.class, () -> budget.spend(1));
    }

    @Test
    void neverGrantsMoreThanTheMaximum() {
        assertThrows(
                ScanLimitExceededException.class,
                () -> new ScanLimits(1, 99, 100).budget(1).spend(100));
    }

    private static void spend(ScanBudget budget, int megabytes) throws ScanLimitExceededException {
        for (int spent = 0; spent < megabytes; spent++) {
            budget.spend(MIB);
        }
    }
}
