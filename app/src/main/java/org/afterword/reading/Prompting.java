package org.afterword.reading;

/** Whether somebody else asked before: follows a conversation turn by turn. */
final class Prompting {
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
        asked |= said.contains("?") || said.contains("？") || said.contains("؟");
        return prompted;
    }
}
