package org.afterword.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The templates of {@code src/main/jte}, compiled at build time; they escape everything that they are given. */
public final class Templates {
    // no class directory: the compiled templates are on the class path
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), "org.afterword.page.template");

    private Templates() {}

    /**
     * @param template path under {@code src/main/jte}, such as {@code site/start.jte}
     * @param values the template's parameters by name
     * @throws gg.jte.TemplateException if there is no such template, or a parameter is missing
     */
    public static String render(String template, Map<String, Object> values) {
        var output = new StringOutput();
        ENGINE.render(template, values, output);
        return output.toString();
    }
}
