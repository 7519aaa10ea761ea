/**
 * Layout, strings, design system and pictures, shared by site and workbench; and what our servers share: headers, forms
 * with files.
 *
 * <p>What may not enter: knowledge of cases; a page gets values that are ready to be shown.
 */
@NullMarked
package org.afterword.page;

import org.jspecify.annotations.NullMarked;
