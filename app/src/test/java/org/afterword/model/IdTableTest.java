package org.afterword.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IdTableTest {
    @Test
    void numbersAreThoseOfAMapAlsoWhereKeysAreAlike() {
        var random = new Random(3);
        var table = new IdTable();
        Map<Id, Integer> map = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            // few bits differ, so that many fall together
            var id = new Id(random.nextInt(40), (long) random.nextInt(500) << random.nextInt(33));
            int expected = map.getOrDefault(id, map.size());
            map.put(id, expected);
            assertEquals(expected, table.add(id));
        }
        assertEquals(map.size(), table.size());
        map.forEach((id, number) -> assertEquals(number, table.number(id)));
        assertTrue(table.contains(new Id(0, 0)) == map.containsKey(new Id(0, 0)));
        assertFalse(table.contains(new Id(41, 7)));
        assertEquals(-1, new IdTable().number(0, 0));
    }
}
