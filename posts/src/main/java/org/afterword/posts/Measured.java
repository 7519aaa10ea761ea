package org.afterword.posts;

import java.util.List;
import java.util.Optional;
import org.afterword.posts.alike.NearDuplicates;
import org.afterword.posts.campaign.Campaign;
import org.afterword.posts.dissent.Dissent;
import org.afterword.posts.group.Groups;
import org.afterword.posts.read.Posts;
import org.afterword.posts.share.Coordination;
import org.afterword.posts.tie.Insularity;

/**
 * What a run measured.
 *
 * @param settings of the run
 * @param posts what it was measured on
 * @param sharing a result for each window, empty if nothing shared was looked at
 * @param likeness if there were texts, and they were looked at
 * @param alike texts that are nearly the same, looked at as if they were one shared object, for each window
 * @param groups if the data say which there are
 * @param insularity how far they keep to themselves
 * @param campaign what is aimed at the account or page that was asked about
 * @param dissent what people coded, if a coded sample was given
 */
public record Measured(
        Settings settings,
        Posts posts,
        List<Coordination> sharing,
        Optional<NearDuplicates> likeness,
        List<Coordination> alike,
        Optional<Groups> groups,
        Optional<Insularity> insularity,
        Optional<Campaign> campaign,
        Optional<Dissent> dissent) {}
