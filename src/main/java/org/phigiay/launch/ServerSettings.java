package org.phigiay.launch;

import java.nio.file.Path;

/// The embedded server's settings: safe first, then small. They are written anew at each start.
final class ServerSettings {

    private ServerSettings() {}

    static String text(int port, Path log) {
        return """
                # Written at each start of the program; a change here is lost.
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                port = %d
                password_encryption = 'scram-sha-256'
                max_connections = 100

                # What is committed is on the disk.
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                wal_compression = on
                wal_buffers = 4MB
                max_wal_size = 1GB
                min_wal_size = 80MB
                checkpoint_timeout = 10min
                checkpoint_completion_target = 0.9

                # A small machine.
                shared_buffers = 128MB
                effective_cache_size = 768MB
                work_mem = 8MB
                maintenance_work_mem = 64MB
                io_method = sync
                random_page_cost = 1.1
                jit = off
                max_worker_processes = 4
                max_parallel_workers = 2
                max_parallel_workers_per_gather = 1
                autovacuum_max_workers = 2
                autovacuum_naptime = 30s
                max_wal_senders = 2
                max_logical_replication_workers = 0
                timezone = 'UTC'

                # Seven log files, one for each weekday; no statement and no value of a row in them.
                logging_collector = on
                log_directory = '%s'
                log_filename = 'postgres-%%a.log'
                log_rotation_age = 1d
                log_rotation_size = 0
                log_truncate_on_rotation = on
                log_file_mode = 0600
                log_statement = 'none'
                log_min_error_statement = 'panic'
                log_error_verbosity = 'terse'
                log_parameter_max_length_on_error = 0
                log_checkpoints = off
                log_line_prefix = '%%m [%%p] %%q%%u '
                """.formatted(port, log.toString().replace("'", "''"));
    }
}
