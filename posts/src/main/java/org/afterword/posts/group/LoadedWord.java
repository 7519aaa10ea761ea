package org.afterword.posts.group;

/**
 * A word, or two that stand together, which a group's accounts use and the others' do not so much.
 *
 * @param words as they are written, lower case
 * @param accounts how many of the group's accounts use them
 * @param of how many of the group's accounts wrote something of their own
 * @param others how many of the other groups' accounts use them
 * @param ofOthers how many of those wrote something of their own
 * @param z the log-odds ratio with an informative Dirichlet prior, by its standard deviation (Monroe, Colaresi and Quinn
 *     2008, equations 16 to 22), with accounts in the place of words
 * @param g2 the log-likelihood ratio of the table of accounts, χ² with one degree of freedom (Dunning 1993)
 */
public record LoadedWord(String words, int accounts, int of, int others, int ofOthers, double z, double g2) {}
