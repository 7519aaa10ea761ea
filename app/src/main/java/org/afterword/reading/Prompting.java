package org.afterword.reading;

/** Whether somebody else asked before: follows a conversation turn by turn. */
final class Prompting {
    private static final int NEAR = 200;

    private int speaking = -1;
    private boolean asked;
    private boolean prompted;

    /** Whether the turn comes after a question of the one who spoke before. */
    boolean prompted(int speaker, String said) {
        if (speaker != speaking) {
            prompted = speaking >= 0 && asked;
            asked = false;
            speaking = speaker;
        }
        asked |= asks(said);
        return prompted;
    }

    /** Whether it asks near its end; a question that is followed by a lecture is its own answer. */
    static boolean asks(String said) {
        String end = said.substring(Math.max(0, said.length() - NEAR));
        return end.contains("?") || end.contains("？") || end.contains("؟");
    }
}
