package io.github.assumerole.leak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class ScanStatisticsTest {
    @Test
    void addsEachNumber() {
        assertEquals(
                new ScanStatistics(11, 22, 33, 44, 55, 66),
                new ScanStatistics(1, 2, 3, 4, 5, 6).plus(new ScanStatistics(10, 20, 30, 40, 50, 60)));
    }
}
