/**
 * The words of the field as values: records, enums and sealed types, with their checks and their text forms.
 *
 * <p>What may enter: values and the rules that belong to a value alone. What may not: input and output, state,
 * libraries other than Jackson.
 *
 * <p>Positions inside the program are UTF-16 code units of an account's text ({@link org.afterword.model.Span});
 * {@link org.afterword.model.CodePoints} turns them into Unicode code points where they leave it.
 */
@NullMarked
package org.afterword.model;

import org.jspecify.annotations.NullMarked;
