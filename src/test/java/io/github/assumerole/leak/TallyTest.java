package io.github.assumerole.leak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class TallyTest {
    @Test
    void addsUpEachNumberByItself() {
        assertEquals(
                new Tally(11, 22, 33, 44, 55, 66), new Tally(1, 2, 3, 4, 5, 6).plus(new Tally(10, 20, 30, 40, 50, 60)));
    }
}
