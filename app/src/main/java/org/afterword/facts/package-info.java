/**
 * What accounts tell in numbers: dates, lengths of time, money, how many people. Suggested from the words of English
 * sentences, listed with what people decided.
 *
 * <p>What may not enter: conversion of one currency into another, sums of what nobody accepted, anything that counts
 * witnesses.
 */
@NullMarked
package org.afterword.facts;

import org.jspecify.annotations.NullMarked;
