package org.afterword.capture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import org.afterword.capture.Fetcher.Want;

/** Everything that is fetched for one page; each address is asked once. For many threads. */
final class Session implements AutoCloseable {
    private static final int AT_ONCE = 6;
    private static final int HOPS = 10;
    private final Fetcher fetcher;
    private final Limits limits;
    private final Budget budget;
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final List<Exchange> exchanges = new ArrayList<>();
    private final Map<String, FutureTask<Exchange>> asked = new HashMap<>();
    private final Map<String, String> refused = new LinkedHashMap<>();

    Session(Network network, Limits limits) {
        this.limits = limits;
        budget = new Budget(limits);
        fetcher = new Fetcher(network, budget);
    }

    /**
     * The page itself, and the redirects that led to it, in their order.
     *
     * @throws CaptureException if one of them could not be got
     */
    List<Exchange> page(WebAddress url) throws CaptureException {
        List<Exchange> hops = new ArrayList<>();
        WebAddress next = url;
        while (hops.size() <= HOPS) {
            Exchange hop = recorded(next, Want.PAGE, limits.size());
            hops.add(hop);
            if (hop.redirect().isEmpty()) {
                return hops;
            }
            next = hop.redirect().get();
        }
        throw new CaptureException("it leads in a circle: more than " + HOPS + " redirects");
    }

    /** Parts of the page, each with its redirects; what cannot be got is noted. */
    void parts(Collection<Requisites.Part> parts) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            parts.forEach(part -> threads.execute(() -> part(part)));
        }
    }

    private void part(Requisites.Part part) {
        WebAddress next = part.url();
        try {
            for (int hops = 0; hops <= HOPS; hops++) {
                Exchange hop = get(next, part.want());
                if (hop.redirect().isEmpty()) {
                    return;
                }
                next = hop.redirect().get();
            }
        } catch (CaptureException e) {
            // noted where it happened
        }
    }

    /**
     * One answer, which may be a redirect; that of before, if the address was asked already.
     *
     * @throws CaptureException if it could not be got, now or before
     */
    Exchange get(WebAddress url, Want want) throws CaptureException {
        FutureTask<Exchange> task;
        synchronized (asked) {
            task = asked.computeIfAbsent(
                    url.toString(), key -> new FutureTask<>(() -> recorded(url, want, Math.max(1, limits.size() / 4))));
        }
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CaptureException("it was given up");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CaptureException known
                    ? known
                    : new CaptureException("something went wrong that should not");
        }
    }

    private Exchange recorded(WebAddress url, Want want, long most) throws CaptureException {
        turns.acquireUninterruptibly();
        try {
            Exchange exchange = fetcher.get(url, want, most);
            synchronized (asked) {
                exchanges.add(exchange);
                var answered = new FutureTask<>(() -> exchange);
                answered.run();
                asked.put(url.toString(), answered);
            }
            return exchange;
        } catch (CaptureException e) {
            refuse(url.toString(), e.getMessage());
            throw e;
        } finally {
            turns.release();
        }
    }

    void refuse(String url, String reason) {
        synchronized (asked) {
            refused.put(url, reason);
        }
    }

    /** In the order in which they were answered. */
    List<Exchange> exchanges() {
        synchronized (asked) {
            return List.copyOf(exchanges);
        }
    }

    /** Addresses that gave nothing, with the reasons. */
    Map<String, String> refused() {
        synchronized (asked) {
            return new LinkedHashMap<>(refused);
        }
    }

    boolean timeIsUp() {
        return budget.left().isZero();
    }

    List<String> cookieValues() {
        return fetcher.cookieValues();
    }

    @Override
    public void close() {
        fetcher.close();
    }
}
